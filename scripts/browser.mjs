import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { asAdministrator, installPackage, onPath } from './setup/programs.mjs'
import { command, finished, node24, packageCommand, root, say } from './setup/run.mjs'

/** Finds the browser that the journeys are walked with, or gets one. Run by itself it prints the browser's path. */

const named = ['CHROMIUM_PATH', 'CHROME_PATH']
const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** @returns {string[]} where browsers lie on this system, the likeliest first */
function usualPlaces() {
  if (process.platform === 'win32')
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) =>
        [
          'Google\\Chrome\\Application\\chrome.exe',
          'Chromium\\Application\\chrome.exe',
          'Microsoft\\Edge\\Application\\msedge.exe',
        ].map((file) => join(folder, file)),
      )
  const installed = onPath(programs)
  if (process.platform !== 'darwin') return installed
  const bundles = ['Google Chrome', 'Chromium'].flatMap((name) =>
    ['/Applications', join(homedir(), 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
  )
  return [...bundles, ...installed]
}

/**
 * The browser that is here already: the one named by `CHROMIUM_PATH` or `CHROME_PATH`, else an installed one, else
 * Playwright's own.
 *
 * @returns {string | null}
 * @throws {Error} when a named browser does not exist
 */
export function installedBrowser() {
  for (const name of named) {
    const path = process.env[name]
    if (path === undefined || path === '') continue
    if (!existsSync(path)) throw new Error(`${name} names ${path}, which does not exist.`)
    return path
  }
  return [...usualPlaces(), chromium.executablePath()].find((path) => existsSync(path)) ?? null
}

/**
 * Whether a browser runs here; a place may hold only a pointer to another shop.
 *
 * @param {string | null} path
 * @returns {Promise<boolean>}
 */
async function runs(path) {
  if (path === null) return false
  if (process.platform === 'win32') return true
  return (await finished(path, ['--version'], { cwd: root })).code === 0
}

/** @returns {Promise<string>} what Playwright said, when it failed */
async function installByPlaywright() {
  say("Installing Playwright's Chromium ...")
  const libraries = process.platform === 'linux' && (await asAdministrator()) ? ['--with-deps'] : []
  const playwright = packageCommand(root, '@playwright/test', 'playwright')
  const { code, output } = await finished(node24(root), [playwright, 'install', ...libraries, 'chromium'], {
    cwd: root,
  })
  return code === 0 ? '' : output
}

/**
 * A browser that runs, installed if need be.
 *
 * @returns {Promise<string>} its path
 * @throws {Error} saying what to do when there is none and none can be had
 */
export async function provideBrowser() {
  const present = installedBrowser()
  if (present !== null && (await runs(present))) return present
  const faults = []
  for (const install of [() => installPackage('chromium', 'Chromium'), installByPlaywright]) {
    faults.push(await install())
    const path = installedBrowser()
    if (path !== null && (await runs(path))) return path
    const own = chromium.executablePath()
    if (existsSync(own) && (await runs(own))) return own
  }
  throw new Error(
    `${faults.join('\n').trim()}\n\nThere is no Chromium for the browser tests and none could be installed. Install Chromium or Google Chrome, or set CHROMIUM_PATH to one.`.trim(),
  )
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await command(async () => {
    say(await provideBrowser())
    return 0
  })
