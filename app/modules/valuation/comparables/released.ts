/*
 * Which groups of deals may be told of, so that no two of them, nor one of them before and after a year, differ by a
 * deal that could be told apart. A group is released where it is large enough by itself and where, with all groups
 * released before it, whatever can be cut out of them by taking some from others still holds several deals of several
 * owners. Earlier years come first, since what was told cannot be taken back; then wider groups before narrower ones.
 */

/** What is kept of a signed deal. */
export interface Member {
  readonly ownerId: string
  /** The year in which it came to be known. */
  readonly knownIn: number
  readonly groups: readonly Group[]
}

/** A group that a deal belongs to. */
export interface Group {
  readonly key: string
  /** How many conditions it sets: the fewer, the wider. */
  readonly conditions: number
}

/** A group of deals is told of from so many deals of so many owners on. */
const shownFrom = { deals: 5, owners: 3 }
/** What two groups differ by has at least so many. */
const apart = { deals: 2, owners: 2 }

type Numbers = Readonly<typeof shownFrom>

function areEnough(members: readonly Member[], { deals, owners }: Numbers): boolean {
  return members.length >= deals && new Set(members.map(({ ownerId }) => ownerId)).size >= owners
}

/** The deals that released groups cannot tell from each other; null are those in none. */
type Piece = Set<Member> | null

class Pieces {
  private readonly ofMember = new Map<Member, Piece>()

  private of(member: Member): Piece {
    return this.ofMember.get(member) ?? null
  }

  /** Cuts along a group, unless that leaves too little on either side. */
  cut(group: readonly Member[]): boolean {
    const inside = Map.groupBy(group, (member) => this.of(member))
    for (const [piece, members] of inside) {
      if (piece?.size === members.length) continue
      const own = new Set(members)
      const rest = piece && [...piece].filter((member) => !own.has(member))
      if (!areEnough(members, apart) || (rest && !areEnough(rest, apart))) return false
    }
    for (const [piece, members] of inside) {
      if (piece?.size === members.length) continue
      const cutOut = new Set(members)
      for (const member of members) {
        piece?.delete(member)
        this.ofMember.set(member, cutOut)
      }
    }
    return true
  }
}

/**
 * The groups that may be told of before a year, each as it was when it was last released: a group that has grown by a
 * single deal since stays as it was until there are more.
 *
 * @param before deals that came to be known in this year or later count for nothing
 */
export function releasedGroups<One extends Member>(deals: readonly One[], before: number): Map<string, readonly One[]> {
  const past = deals.filter(({ knownIn }) => knownIn < before)
  const years = [...new Set(past.map(({ knownIn }) => knownIn))].sort((a, b) => a - b)
  const all = new Map<string, { conditions: number; members: One[] }>()
  for (const deal of past)
    for (const { key, conditions } of deal.groups) {
      const group = all.get(key) ?? { conditions, members: [] }
      group.members.push(deal)
      all.set(key, group)
    }
  const widestFirst = [...all].sort(([a, x], [b, y]) => x.conditions - y.conditions || (a < b ? -1 : 1))
  const released = new Map<string, readonly One[]>()
  const pieces = new Pieces()
  for (const year of years)
    for (const [key, { members }] of widestFirst) {
      const group = members.filter(({ knownIn }) => knownIn <= year)
      const grown = group.length > (released.get(key)?.length ?? 0)
      if (grown && areEnough(group, shownFrom) && pieces.cut(group)) released.set(key, group)
    }
  return released
}
