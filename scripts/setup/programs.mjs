import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { finished, root, say } from './run.mjs'

/**
 * Programs of others that tests have their results read by. Where one is missing and cannot be installed, its tests are
 * left out.
 *
 * @typedef {object} Program
 * @property {string} name as people know it
 * @property {readonly string[]} commands any of which it may be called by
 * @property {string} package Debian's
 * @property {string} missing what is left out without it
 */

/** @satisfies {Record<string, Program>} */
export const programs = {
  libreoffice: {
    name: 'LibreOffice',
    commands: ['soffice', 'libreoffice'],
    package: 'libreoffice-calc',
    missing: 'workbooks are not worked out by a spreadsheet',
  },
  writer: {
    name: 'LibreOffice Writer',
    commands: ['lowriter'],
    package: 'libreoffice-writer',
    missing: 'documents are not opened by an office program',
  },
  poppler: {
    name: 'Poppler',
    commands: ['pdftotext'],
    package: 'poppler-utils',
    missing: 'PDF files are not read back',
  },
}

/** Milliseconds within which a package must have been fetched. */
const longest = 240_000

/**
 * @param {readonly string[]} commands
 * @returns {string[]} where they may lie, folder by folder of the path
 */
export function onPath(commands) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)))
}

/**
 * @param {Program} program
 * @returns {string | null} its path, where it is installed
 */
export function installedProgram({ commands }) {
  return onPath(commands).find((path) => existsSync(path)) ?? null
}

/** @returns {Promise<string[] | null>} what makes a command run as the administrator; null when we cannot */
export async function asAdministrator() {
  if (process.getuid?.() === 0) return []
  const asked = await finished('sudo', ['-n', 'true'], { cwd: root }).catch(() => ({ code: 1 }))
  return asked.code === 0 ? ['sudo', '-n'] : null
}

/** @returns {boolean} */
function onDebian() {
  const release = '/etc/os-release'
  return existsSync(release) && /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync(release, 'utf8'))
}

/**
 * Installs a package of Debian's, where we are on such a system and may.
 *
 * @param {string} name
 * @param {string} label as people know it
 * @returns {Promise<string>} what the package manager said, when it failed
 */
export async function installPackage(name, label) {
  const administrator = onDebian() ? await asAdministrator() : null
  if (!administrator) return ''
  say(`Installing ${label} ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const until = Date.now() + longest
  /**
   * @param {number} limit milliseconds
   * @param {readonly string[]} given
   */
  const apt = (limit, ...given) => {
    const [program, ...before] = [...administrator, 'apt-get']
    return finished(program, [...before, '-o', 'DPkg::Lock::Timeout=60', ...given], {
      cwd: root,
      env,
      longest: Math.max(1000, limit),
    })
  }
  const install = /** @type {const} */ (['install', '--yes', '--no-install-recommends', name])
  const fetch = () => apt(until - Date.now(), ...install, '--download-only')
  let { code, output } = await fetch()
  if (code !== 0) {
    await apt(until - Date.now(), 'update')
    ;({ code, output } = await fetch())
  }
  // What is being unpacked is not to be broken off for a slow disk.
  if (code === 0) ({ code, output } = await apt(3 * longest, ...install))
  return code === 0 ? '' : output
}

/**
 * Installs a program if need be, and says in one line what is left out when that cannot be done.
 *
 * @param {Program} program
 * @returns {Promise<void>}
 */
export async function provideProgram(program) {
  if (installedProgram(program)) return
  await installPackage(program.package, program.name)
  if (!installedProgram(program))
    say(`left out: ${program.missing} (${program.name} is not here and could not be installed)`)
}
