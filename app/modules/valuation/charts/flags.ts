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
  readonly level: number
  readonly text: Text
}

interface Room {
  readonly width: number
  /** Of the lowest level's words. */
  readonly base: number
}

const levelHeight = lineHeight + 1

function raisedAt(flag: Flag, level: number, side: 'start' | 'end', { width, base }: Room): Raised | null {
  const style = { anchor: side, weight: flag.strong ? ('semibold' as const) : ('regular' as const) }
  const y = base - level * levelHeight
  const words = text(flag.place + (side === 'start' ? 4 : -4), y, flag.words, style)
  const { left, right } = boxOf(words)
  return left >= 0 && right <= width ? { flag, level, text: words } : null
}

const lineBox = ({ flag: { place }, text: { y, size } }: Raised): Box => ({
  left: place - 1,
  right: place + 1,
  top: y - size,
  bottom: Infinity,
})

function clash(one: Raised, other: Raised): boolean {
  const [words, otherWords] = [boxOf(one.text), boxOf(other.text)]
  return overlap(words, otherWords, 2) || overlap(words, lineBox(other), 1) || overlap(lineBox(one), otherWords, 1)
}

/** The first arrangement in which no words meet others or the line of others, from the last flag to the first. */
function arranged(flags: readonly Flag[], levels: number, room: Room, placed: readonly Raised[] = []): Raised[] | null {
  const flag = flags.at(-1)
  if (!flag) return [...placed].reverse()
  for (let level = 0; level < levels; level++)
    for (const side of ['start', 'end'] as const) {
      const raised = raisedAt(flag, level, side, room)
      if (!raised || placed.some((other) => clash(raised, other))) continue
      const all = arranged(flags.slice(0, -1), levels, room, [...placed, raised])
      if (all) return all
    }
  return null
}

/** Where no arrangement is free of crossings: a level for each, and lines that are broken behind words. */
function stacked(flags: readonly Flag[], { width, base }: Room): Raised[] {
  return flags.map((flag, at): Raised => {
    const level = flags.length - 1 - at
    const words = shortened(flag.words, width, small, flag.strong ? 'semibold' : 'regular')
    const atPlace = raisedAt({ ...flag, words }, level, 'start', { width, base })
    if (atPlace) return atPlace
    const style = { anchor: 'end', weight: flag.strong ? 'semibold' : 'regular' } as const
    return { flag, level, text: text(width, base - level * levelHeight, words, style) }
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
