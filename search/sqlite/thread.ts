import { parentPort, workerData } from 'node:worker_threads'
import { candidatesFrom } from '../candidates.ts'
import { entryOf } from '../entry.ts'
import { searchStore } from '../search.ts'
import { suggestFrom } from '../suggest.ts'
import { Terminology } from '../terminology.ts'
import { isUnusable, removeFile, replaceFile } from './file.ts'
import { SqliteReader } from './reader.ts'
import type { Answer, Call, ReadingCalls, WritingCalls } from './threads.ts'
import { SqliteWriter } from './writer.ts'

/** A thread of the engine: reads the index file, or writes it. Answers one call after the other. */

function reading(path: string): ReadingCalls {
  const reader = new SqliteReader(path)
  let terminology = new Terminology()
  let next: SqliteReader | null = null
  return {
    search: (query) => reader.reading(() => searchStore(reader, query, terminology)),
    suggest: (query) => reader.reading(() => suggestFrom(reader, query, terminology)),
    candidates: (query) => reader.reading(() => candidatesFrom(reader, query)),
    useTerms: (terms) => {
      terminology = new Terminology(terms)
    },
    count: () => reader.reading(() => reader.columns.size),
    prepare: (finished) => {
      next = new SqliteReader(finished)
      next.release()
    },
    release: () => {
      reader.release()
    },
    resume: (replaced) => {
      reader.resume(replaced ? next : null)
      next = null
    },
    close: () => {
      reader.close()
    },
  }
}

function openWriter(path: string): SqliteWriter {
  const writer = new SqliteWriter(path)
  try {
    writer.check()
    return writer
  } catch (error) {
    writer.close()
    if (!isUnusable(error)) throw error
    removeFile(path)
    return new SqliteWriter(path)
  }
}

function writing(path: string): WritingCalls {
  const beside = `${path}.rebuild`
  removeFile(beside)
  const writer = openWriter(path)
  let next: SqliteWriter | null = null
  const building = (): SqliteWriter => {
    if (!next) throw new Error('no rebuild of the search index is under way')
    return next
  }
  return {
    index: (documents) => {
      writer.write(documents.map(entryOf))
    },
    remove: (ids) => {
      writer.remove(ids)
    },
    needsRebuild: () => writer.needsRebuild,
    begin: () => {
      removeFile(beside)
      next = new SqliteWriter(beside, true)
    },
    fill: (documents) => {
      building().write(documents.map(entryOf))
    },
    finish: ({ written, removed }) => {
      building().remove(removed)
      building().write(written.map(entryOf))
      building().seal()
      building().release()
    },
    abandon: () => {
      next?.close()
      next = null
      removeFile(beside)
    },
    replace: () => {
      next = null
      try {
        writer.release()
        replaceFile(beside, path)
      } finally {
        writer.reopen()
      }
    },
    close: () => {
      writer.close()
    },
  }
}

const { role, path } = workerData as { role: 'read' | 'write'; path: string }
const calls = (role === 'read' ? reading(path) : writing(path)) as unknown as Record<
  string,
  (given: unknown) => unknown
>

parentPort?.on('message', ({ number, name, given }: Call) => {
  const answer: Answer = { number }
  try {
    answer.value = calls[name]?.(given)
  } catch (error) {
    const { name: kind, message } = error instanceof Error ? error : new Error(String(error))
    answer.error = { name: kind, message }
  }
  parentPort?.postMessage(answer)
})
