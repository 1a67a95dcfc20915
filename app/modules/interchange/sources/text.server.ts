import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { FileFault } from './file-fault.ts'
import type { SourceFormat } from './formats.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

function encodingOf(start: Uint8Array): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(8192), 0, 8192, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/**
 * Tells the format of a file by its content, never by its name.
 *
 * @throws FileFault `file.empty`, `import.old_excel`, `import.binary`, `import.json_array`
 */
export async function formatOf(path: string): Promise<SourceFormat> {
  const start = await startOf(path)
  if (start.length === 0) throw new FileFault('file.empty')
  const signature = Buffer.from(start.subarray(0, 4)).toString('hex')
  if (signature === '504b0304') return 'xlsx'
  if (signature === 'd0cf11e0') throw new FileFault('import.old_excel')
  const encoding = encodingOf(start)
  if (encoding === 'utf-8' && start.includes(0)) throw new FileFault('import.binary')
  const text = new TextDecoder(encoding).decode(start).trimStart()
  if (text === '' && start.length < 8192) throw new FileFault('file.empty')
  if (text.startsWith('{')) return 'jsonl'
  if (/^\[\s*[{[]/.test(text)) throw new FileFault('import.json_array')
  return 'csv'
}

/**
 * The text of a file, piece by piece: UTF-8 with or without its mark, or UTF-16 with it.
 *
 * @throws FileFault `import.encoding`
 */
export async function* textPieces(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(await startOf(path)), { fatal: true })
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>)
      yield decoder.decode(piece, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new FileFault('import.encoding')
    throw error
  }
}
