import type { SearchEngine } from '#search'
import { forgetAnswers } from './answers.server.ts'

interface Holder {
  engine: SearchEngine | null
  rebuilding: Promise<number> | null
}

// One holder a process, even where a development server loads this file twice.
const key = Symbol.for('exchange.catalogue')
const shared = globalThis as { [key]?: Holder | undefined }
export const holder: Holder = (shared[key] ??= { engine: null, rebuilding: null })

/** The search engine of this process. */
export function engine(): SearchEngine {
  if (!holder.engine) throw new Error('The search index is not open')
  return holder.engine
}

/** Takes an engine into use. */
export function useCatalogue(other: SearchEngine): void {
  holder.engine = other
  forgetAnswers()
}

/** Lets a rebuild finish, then closes the index. */
export async function closeCatalogue(): Promise<void> {
  await holder.rebuilding?.catch(() => undefined)
  await holder.engine?.close()
  holder.engine = null
}

/** Whether what is found is complete: not while the index is built for the first time. */
export function catalogueReady(): boolean {
  return holder.engine !== null && !(holder.engine.needsRebuild && holder.rebuilding)
}
