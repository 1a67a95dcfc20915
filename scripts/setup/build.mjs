import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compressFolder } from './compress.mjs'
import { finished, node24, packageCommand } from './run.mjs'

/** What goes into the build. Seeds, migrations and tests do not. */
const sources = ['app', 'db', 'search', 'public']
const outside = new Set(['db/migrations', 'db/seed'])
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'remix.config.js']

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} the files below a folder of the project, in order
 */
function filesBelow(root, folder) {
  if (outside.has(folder) || !existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesBelow(root, path)
      return /\.test\.tsx?$|\.md$/.test(entry.name) ? [] : [path]
    })
}

/**
 * A fingerprint of all that goes into the build, by content, so that a fresh copy of the folder counts as unchanged.
 *
 * @param {string} root
 * @returns {string}
 */
function sourcesFingerprint(root) {
  const hash = createHash('sha256')
  for (const path of [...sources.flatMap((folder) => filesBelow(root, folder)), ...settings]) {
    hash.update(`${path}\0`)
    hash.update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

/**
 * Builds the exchange into `build/` and compresses what browsers fetch.
 *
 * @param {string} root
 * @returns {Promise<void>}
 * @throws {Error} with the build's whole output when it fails
 */
export async function build(root) {
  const fingerprint = sourcesFingerprint(root)
  rmSync(join(root, 'build', '.stamp'), { force: true })
  const { code, output } = await finished(
    node24(root),
    [packageCommand(root, '@remix-run/dev', 'remix'), 'vite:build'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  if (code !== 0) throw new Error(`The build failed.\n${output}`)
  await compressFolder(join(root, 'build', 'client'))
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(join(root, 'build', '.stamp'), fingerprint)
}

/**
 * Builds when the sources are not those of the last build.
 *
 * @param {string} root
 * @param {() => void} [onBuild] called before a build begins
 * @returns {Promise<void>}
 */
export async function buildWhenStale(root, onBuild) {
  const stamp = join(root, 'build', '.stamp')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesFingerprint(root)) return
  onBuild?.()
  await build(root)
}
