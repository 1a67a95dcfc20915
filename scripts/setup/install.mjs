import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finished, node24 } from './run.mjs'

/** The oldest Node.js that can install and start the exchange; the exchange itself then runs on `nodeLine`. */
const oldestNode = 20

/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage */
/** @typedef {{ packages: Record<string, LockedPackage> }} Lock */

/**
 * @param {string} file
 * @returns {Lock}
 */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * Whether what npm noted down as installed is what the lock asks for, in packages that every system needs.
 *
 * @param {string} root
 * @returns {boolean}
 */
function installedAsLocked(root) {
  const noted = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  const installed = readLock(noted).packages
  return Object.entries(readLock(join(root, 'package-lock.json')).packages).every(
    ([place, wanted]) =>
      place === '' ||
      wanted.optional === true ||
      (wanted.os ?? wanted.cpu ?? wanted.libc) !== undefined ||
      installed[place]?.version === wanted.version,
  )
}

/**
 * Runs npm, by the program that runs us where there is one.
 *
 * @param {string} root
 * @param {readonly string[]} given
 * @returns {Promise<{ code: number, output: string }>}
 */
function npm(root, given) {
  const command = process.env['npm_execpath']
  if (command !== undefined && /npm-cli\.[cm]?js$/.test(command))
    return finished(process.env['npm_node_execpath'] ?? process.execPath, [command, ...given], { cwd: root })
  return finished('npm', given, { cwd: root, shell: process.platform === 'win32' })
}

/**
 * Installs the packages when they are missing or the lock has changed since, and makes sure of the Node.js that the
 * exchange runs on.
 *
 * @param {string} root
 * @param {(message: string) => void} say
 * @returns {Promise<void>}
 * @throws {Error} saying what to do when it cannot
 */
export async function installWhenStale(root, say) {
  if (Number(process.versions.node.split('.')[0]) < oldestNode)
    throw new Error(`Node.js ${String(oldestNode)} or newer is needed; this is ${process.versions.node}.`)
  const stamp = join(root, 'node_modules', '.exchange-lock')
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  if (!installedAsLocked(root)) {
    say('Installing packages ...')
    const { code, output } = await npm(root, ['ci', '--include=dev', '--no-audit', '--no-fund'])
    if (code !== 0)
      throw new Error(
        `${output.trimEnd()}\n\nThe packages could not be installed. Check the connection to the package registry and the lines above, then try again.`,
      )
  }
  await ensureNode24(root)
  writeFileSync(stamp, lock)
}

/**
 * The package `node` fetches its program in an install script; where scripts are switched off, that is done here.
 *
 * @param {string} root
 * @returns {Promise<void>}
 */
async function ensureNode24(root) {
  try {
    node24(root)
  } catch {
    await npm(root, ['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts'])
    node24(root)
  }
}
