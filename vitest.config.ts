import { defineConfig, type ViteUserConfig } from 'vitest/config'

type TestOptions = NonNullable<ViteUserConfig['test']>

/**
 * Two kinds of tests without a browser. `unit` sits beside what it tests; `http` sends real requests through the built
 * exchange. Both have a database of their own, no network, and fail on anything written by `console.error`.
 */
const shared = {
  environment: 'node',
  env: { LOG_LEVEL: 'silent', NODE_ENV: 'test', TZ: 'UTC' },
  setupFiles: ['tests/support/strict.ts'],
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
  testTimeout: 20_000,
  hookTimeout: 20_000,
} satisfies TestOptions

export default defineConfig({
  test: {
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{app,db,search,scripts}/**/*.test.{ts,tsx}', 'tests/{bench,matching,rules,support}/**/*.test.ts'],
          globalSetup: ['tests/support/template.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'http',
          include: ['tests/http/**/*.test.ts'],
          globalSetup: ['tests/support/template.ts', 'tests/support/build.ts'],
          server: { deps: { external: [/\/build\/server\//] } },
        },
      },
    ],
  },
})
