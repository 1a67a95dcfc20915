import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder in which a run keeps the migrated database that its tests copy. */
    readonly templateFolder: string
  }
}

/** Gives the run a folder for what is made once. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-template-'))
  project.provide('templateFolder', folder)
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
}
