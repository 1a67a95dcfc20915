import { type Line, type Text } from '#kernel'
import { shortened } from './letters.ts'
import { type Box, boxOf, lineHeight, overlap, small, text, uprightAround } from './shapes.ts'

/** A value marked over a plot: an upright line with words at its top. */
export interface Flag {
  readonly place: number
  readonly words: string
  readonly strong: boolean
}

interface Raised {
  readonly flag: Flag
  readonly text: Text
  readonly words: Box
  /** Its line, down to the foot of the plot. */
  readonly line: Box
}

interface Room {
  readonly width: number
  /** Of the lowest level's words. */
  readonly base: number
}

const levelHeight = lineHeight + 1
/** After so many attempts at an arrangement another level is better than more of them. */
const mostTries = 2000

function raisedAt(flag: Flag, level: number, side: 'start' | 'end', { width, base }: Room): Raised | null {
  const style = { anchor: side, weight: flag.strong ? ('semibold' as const) : ('regular' as const) }
  const shown = text(flag.place + (side === 'start' ? 4 : -4), base - level * levelHeight, flag.words, style)
  const words = boxOf(shown)
  const line = { left: flag.place - 1, right: flag.place + 1, top: words.top, bottom: Infinity }
  return words.left >= 0 && words.right <= width ? { flag, text: shown, words, line } : null
}

const clash = (one: Raised, other: Raised): boolean =>
  overlap(one.words, other.words, 2) || overlap(one.words, other.line, 1) || overlap(one.line, other.words, 1)

/** The first arrangement in which no words meet others or the line of others, from the last flag to the first. */
function arranged(flags: readonly Flag[], levels: number, room: Room): Raised[] | null {
  const places = flags.map((flag) =>
    Array.from({ length: levels }, (_, level) => level).flatMap((level) =>
      (['start', 'end'] as const).flatMap((side) => raisedAt(flag, level, side, room) ?? []),
    ),
  )
  let tries = 0
  const before = (at: number, placed: readonly Raised[]): readonly Raised[] | null => {
    if (at < 0) return placed
    for (const raised of places[at] ?? []) {
      if (++tries > mostTries) return null
      if (placed.some((other) => clash(raised, other))) continue
      const all = before(at - 1, [raised, ...placed])
      if (all) return all
    }
    return null
  }
  const all = before(flags.length - 1, [])
  return all && [...all]
}

/** Where no arrangement is free of crossings: a level for each, and lines that are broken behind words. */
function stacked(flags: readonly Flag[], room: Room): Pick<Raised, 'flag' | 'text'>[] {
  return flags.map((flag, at) => {
    const level = flags.length - 1 - at
    const weight = flag.strong ? 'semibold' : 'regular'
    const words = shortened(flag.words, room.width, small, weight)
    const y = room.base - level * levelHeight
    const atEdge = { flag, text: text(room.width, y, words, { anchor: 'end', weight }) }
    return raisedAt({ ...flag, words }, level, 'start', room) ?? atEdge
  })
}

export interface Flags {
  readonly height: number
  readonly texts: readonly Text[]
  lines(foot: number): Line[]
}

/** Words over a plot that begins at `top` + the height given back, in as few levels as keep them apart. */
export function flagsOver(flags: readonly Flag[], { top, width }: { top: number; width: number }): Flags {
  const sorted = [...flags].sort((a, b) => a.place - b.place)
  for (let levels = 1; levels <= sorted.length + 1; levels++) {
    const base = top + levels * levelHeight - 4
    const room = { width, base }
    const raised = levels > sorted.length ? stacked(sorted, room) : arranged(sorted, levels, room)
    if (!raised) continue
    const texts = raised.map((one) => one.text)
    return {
      height: levels * levelHeight + 2,
      texts,
      lines: (foot) =>
        raised.flatMap(({ flag, text: words }) =>
          uprightAround(flag.place, words.y - words.size, foot, texts, 'ink', {
            thickness: flag.strong ? 2 : 1,
          }),
        ),
    }
  }
  return { height: 0, texts: [], lines: () => [] }
}
