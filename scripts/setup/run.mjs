import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** The Node.js line the project's TypeScript runs on without a build. */
const nodeLine = 24

/**
 * The Node.js to run the project with: the one that came with the packages, or the present one when it is as new.
 *
 * @param {string} root
 * @returns {string} its path
 * @throws {Error} when there is none
 */
export function node24(root) {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= nodeLine) return process.execPath
  throw new Error(
    `Node.js ${String(nodeLine)} is missing from node_modules (the package "node"). Run "npm rebuild node", or start with Node.js ${String(nodeLine)} itself.`,
  )
}

/**
 * The file behind a package's command, to be run by `node24` on any system.
 *
 * @param {string} root
 * @param {string} name the package
 * @param {string} [command] the command, when the package has several
 * @returns {string}
 */
export function packageCommand(root, name, command) {
  const folder = join(root, 'node_modules', ...name.split('/'))
  /** @type {{ bin?: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = typeof bin === 'string' ? bin : bin?.[command ?? name]
  if (file === undefined) throw new Error(`The package ${name} has no command ${command ?? name}`)
  return join(folder, file)
}

/**
 * Runs a program to its end and keeps what it says.
 *
 * @param {string} program
 * @param {readonly string[]} given its arguments
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, shell?: boolean, longest?: number }} options
 *   `longest`: milliseconds after which it is ended
 * @returns {Promise<{ code: number, output: string }>}
 */
export function finished(program, given, { cwd, env, shell = false, longest }) {
  return new Promise((settle, reject) => {
    const child = spawn(program, given, { cwd, env: env ?? process.env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text
      })
    const limit =
      longest === undefined
        ? undefined
        : setTimeout(() => {
            output += `\nIt took longer than ${String(longest / 1000)} s and was ended.`
            child.kill('SIGINT')
            setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
          }, longest)
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(limit)
      settle({ code: code ?? 1, output })
    })
  })
}

/**
 * Runs a program in our place: it has our terminal, gets our signals, and we end as it ends.
 *
 * @param {string} program
 * @param {readonly string[]} given its arguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code
 */
export function inOurPlace(program, given, { cwd, env }) {
  return new Promise((settle, reject) => {
    const child = spawn(program, given, { cwd, env, stdio: 'inherit' })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => {
        child.kill(signal)
      })
    child.on('error', reject)
    child.on('close', (code) => {
      settle(code ?? 1)
    })
  })
}

/**
 * Runs `launch.ts` in our place, with what Node.js has compiled before.
 *
 * @param {readonly string[]} given
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
export function launch(given, env) {
  // A small heap, collected early, keeps a busy process near 300 MB; it costs nothing measurable.
  return inOurPlace(
    node24(root),
    ['--max-semi-space-size=4', '--max-old-space-size=768', join(root, 'scripts', 'setup', 'launch.ts'), ...given],
    {
      cwd: root,
      // GNU malloc then gives back what a search or a rebuild had for a while; others do not know the variable.
      env: { NODE_COMPILE_CACHE: join(root, '.cache', 'node'), MALLOC_MMAP_THRESHOLD_: '65536', ...env },
    },
  )
}

/**
 * Does a command's work: what it throws becomes a message without a stack, and exit code 1.
 *
 * @param {() => Promise<number>} work gives the exit code
 * @returns {Promise<void>}
 */
export async function command(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

/**
 * One line of progress.
 *
 * @param {string} message
 */
export function say(message) {
  process.stdout.write(`${message}\n`)
}
