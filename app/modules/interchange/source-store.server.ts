import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { config } from '#platform/config'

const given = new Map<string, string>()

function folder(): string {
  return join(config().dataDir, 'imports')
}

/** Where the file of an import lies. */
export function sourcePath(of: { readonly id: string }): string {
  return given.get(of.id) ?? join(folder(), of.id)
}

/** Lets an import read a file where it lies, for as long as this process lives; it is neither moved nor removed. */
export function readInPlace(importId: string, path: string): void {
  given.set(importId, path)
}

/** Keeps an uploaded file under `DATA_DIR/imports` until its import is done. */
export async function keepSource(importId: string, bytes: Uint8Array): Promise<string> {
  await mkdir(folder(), { recursive: true })
  const path = join(folder(), importId)
  await writeFile(path, bytes, { flush: true })
  return path
}

export async function forgetSource(importId: string): Promise<void> {
  given.delete(importId)
  await rm(join(folder(), importId), { force: true })
}
