import type { RouteConfigEntry } from '@remix-run/route-config'
import type { KnipConfig } from 'knip'
import routes from './app/routes.ts'

/** The files of all routes; nothing imports them. */
function routeFiles(entries: readonly RouteConfigEntry[]): string[] {
  return entries.flatMap(({ file, children }) => [`app/${file}!`, ...routeFiles(children ?? [])])
}

/** Nothing that nobody uses: no file, export or package. */
export default {
  entry: [
    'scripts/*.{ts,mjs}!',
    // Loaded by their names: in another process, or when present.
    'scripts/setup/launch.ts!',
    'search/sqlite/thread.ts!',
    'app/modules/valuation/computing/thread.server.ts!',
    'tests/support/killed-writer.ts',
    'tests/bench/search/engine-process.ts',
    'tests/bench/valuation/exchange.ts',
    'tests/bench/*.ts',
    'tests/matching/eval.ts',
  ],
  remix: { entry: ['app/routes.ts!', 'app/{root,entry.client,entry.server}.tsx!', ...routeFiles(routes)] },
  project: ['{app,db,search,scripts}/**/*.{ts,tsx,mjs,css}!', 'tests/**/*.ts', '*.{ts,js,mjs}'],
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Run by its name in scripts/test.mjs.
  ignoreDependencies: ['prettier'],
} satisfies KnipConfig
