import { randomBytes } from 'node:crypto'
import { makeId } from '#kernel'

let offset: (() => number) | null = null

/** Milliseconds since 1970 UTC. */
export function now(): number {
  return offset ? offset() : Date.now()
}

/** Lets a test or a seed tell the time; `null` gives the real clock back. */
export function setClock(clock: (() => number) | null): void {
  offset = clock
}

/** A new id that sorts by the time it was made. */
export function newId(prefix: string): string {
  return makeId(prefix, now(), randomBytes(10))
}
