import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Below this size, in bytes, a compressed answer saves nothing. */
const smallest = 1024

/**
 * Writes `.br` and `.gz` beside each text file of a folder; the server sends them as they are.
 *
 * @param {string} folder
 * @returns {Promise<void>}
 */
export async function compressFolder(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:js|css|svg|json|txt|xml|webmanifest)$/.test(name))
    .map((name) => join(folder, name))
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file)
      if (content.byteLength < smallest) return
      const best = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength }
      await writeFile(`${file}.br`, await brotli(content, { params: best }))
      await writeFile(`${file}.gz`, await zip(content, { level: 9 }))
    }),
  )
}
