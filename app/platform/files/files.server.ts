import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { fileTypeFromBuffer } from 'file-type'
import { reader, transaction } from '#db'
import { done, refuse, type Result } from '#kernel'
import { now } from '#platform/clock'
import { config } from '#platform/config'
import { files } from './files.tables.server.ts'

/** Media types taken, and whether a browser may show them in place; everything else is refused. */
const taken: Readonly<Record<string, { readonly inline: boolean }>> = {
  'application/pdf': { inline: false },
  'image/png': { inline: true },
  'image/jpeg': { inline: true },
  'image/webp': { inline: true },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { inline: false },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { inline: false },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { inline: false },
  'application/zip': { inline: false },
  'text/plain': { inline: false },
}

export interface StoredFile {
  readonly id: string
  readonly mediaType: string
  readonly bytes: number
}

function place(id: string): string {
  return join(config().dataDir, 'files', id.slice(0, 2), id)
}

async function mediaTypeOf(content: Uint8Array): Promise<string | null> {
  const known = await fileTypeFromBuffer(content)
  if (known) return known.mime in taken ? known.mime : null
  // Plain text has no signature: take it when it is valid UTF-8 without control characters or markup.
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    const start = text.slice(0, 1024).trimStart()
    const controls = [...text.slice(0, 65_536)].some((sign) => sign < ' ' && !'\t\n\r\f'.includes(sign))
    return controls || start.startsWith('<') || start.startsWith('%!') || start.startsWith('#!') ? null : 'text/plain'
  } catch {
    return null
  }
}

/**
 * Stores a file under `DATA_DIR/files` by the SHA-256 of its content, once however often it comes.
 *
 * @returns refusals: 413 `file.too_large`, 422 `file.empty`, 422 `file.type`
 */
export async function storeFile(content: Uint8Array, by: string | null): Promise<Result<StoredFile>> {
  if (content.byteLength === 0) return refuse('file.empty', 422)
  if (content.byteLength > config().uploadLimit)
    return refuse('file.too_large', 413, { values: { megabytes: Math.floor(config().uploadLimit / 1024 / 1024) } })
  const mediaType = await mediaTypeOf(content)
  if (mediaType === null) return refuse('file.type', 422)
  const id = createHash('sha256').update(content).digest('hex')
  const target = place(id)
  const present = await stat(target).catch(() => null)
  if (present?.size !== content.byteLength) {
    await mkdir(join(target, '..'), { recursive: true })
    const partial = `${target}.${randomBytes(6).toString('hex')}`
    await writeFile(partial, content, { flush: true })
    await rename(partial, target).catch(async (error: unknown) => {
      await unlink(partial).catch(() => undefined)
      throw error
    })
  }
  await transaction(async (tx) => {
    await tx
      .insert(files)
      .values({ id, mediaType, bytes: content.byteLength, createdAt: now(), createdBy: by })
      .onConflictDoNothing()
  })
  return done({ id, mediaType, bytes: content.byteLength })
}

/** A stored file's facts, or null. */
export async function storedFile(id: string): Promise<StoredFile | null> {
  if (!/^[0-9a-f]{64}$/.test(id)) return null
  const [row] = await reader().select().from(files).where(eq(files.id, id))
  return row ? { id: row.id, mediaType: row.mediaType, bytes: row.bytes } : null
}

/** Answers with a stored file, as a download unless it is a picture, and never to be run or sniffed by a browser. */
export function fileResponse(file: StoredFile, name: string, cache: 'public' | 'private'): Response {
  const inline = taken[file.mediaType]?.inline === true
  const safe = name.replace(/[\u0000-\u001f"\\]/g, '_')
  const body = Readable.toWeb(createReadStream(place(file.id))) as ReadableStream<Uint8Array>
  return new Response(body, {
    headers: {
      'Content-Type': file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType,
      'Content-Length': String(file.bytes),
      'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename="${safe.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(safe)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': cache === 'public' ? 'public, max-age=86400' : 'private, no-store',
      ETag: `"${file.id.slice(0, 32)}"`,
    },
  })
}
