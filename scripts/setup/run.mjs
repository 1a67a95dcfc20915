import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The Node.js line the project's TypeScript runs on without a build. */
export const nodeLine = 24

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
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function finished(program, given, { cwd, env, onLine }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, given, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let line = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text
        if (!onLine) return
        const lines = (line + text).split('\n')
        line = lines.pop() ?? ''
        for (const whole of lines) onLine(whole)
      })
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output })
    })
  })
}
