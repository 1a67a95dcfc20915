import { defineConfig } from '@playwright/test'
import { installedBrowser } from './scripts/browser.mjs'

const { CI, E2E_ADDRESS } = process.env
const executablePath = installedBrowser()
// Chromium has no sandbox for the superuser, nor in most containers that continuous integration runs in.
const unboxed = process.getuid?.() === 0 || CI !== undefined

/** Journeys through the built exchange with its demonstration, in a browser. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/setup/exchange.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: CI !== undefined,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'dot',
  use: {
    ...(E2E_ADDRESS === undefined ? {} : { baseURL: E2E_ADDRESS }),
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        ...(unboxed ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
