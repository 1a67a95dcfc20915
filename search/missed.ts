import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { MissedWrites } from './fallback.ts'

/** More documents than this, and building the whole index anew is the shorter way. */
const MOST = 20_000
/** Stands for all documents; no id has this sign. */
const EVERYTHING = '*'

/** Missed writes in a file of ids, one a line, which is there only while something was missed. */
export function missedWritesIn(path: string): MissedWrites {
  const linesOf = (): string[] => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [])
  return {
    read: () => {
      const lines = linesOf()
      const ids = [...new Set(lines)]
      const everything = ids.includes(EVERYTHING) || ids.length > MOST
      return { ids: everything ? [] : ids, everything, mark: lines.length }
    },
    add: (ids) => {
      if (ids.length > 0) appendFileSync(path, ids.map((id) => `${id}\n`).join(''))
    },
    addEverything: () => {
      appendFileSync(path, `${EVERYTHING}\n`)
    },
    forget: (mark) => {
      const left = linesOf().slice(mark)
      if (left.length === 0) {
        rmSync(path, { force: true })
        return
      }
      writeFileSync(`${path}.next`, left.map((id) => `${id}\n`).join(''))
      renameSync(`${path}.next`, path)
    },
  }
}
