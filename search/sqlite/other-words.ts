import type { Entry } from '../entry.ts'
import { hashesOf, printsFrom } from '../prints.ts'
import type { OtherColumn } from '../store.ts'

const names = ['keywords', 'owner', 'codes', 'body'] as const satisfies OtherColumn[]

/** The words of the columns but title and summary in one list: the lengths of the columns, then their words. */
export function otherWordsOf(columns: Entry['columns']): Int32Array {
  const lines = names.map((name) => hashesOf(columns[name].prints))
  const list = new Int32Array(lines.reduce<number>((sum, line) => sum + line.length, names.length))
  let at = names.length
  for (const [index, line] of lines.entries()) {
    list[index] = line.length
    list.set(line, at)
    at += line.length
  }
  return list
}

/** What `otherWordsOf` has put together; empty columns for no list. */
export function otherColumns(bytes: Uint8Array | undefined): Record<OtherColumn, Int32Array> {
  const list = printsFrom(bytes ?? new Uint8Array(0))
  let at = names.length
  const next = (index: number) => list.subarray(at, (at += list[index] ?? 0))
  return { keywords: next(0), owner: next(1), codes: next(2), body: next(3) }
}
