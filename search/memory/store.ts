import { DocumentColumns } from '../columns.ts'
import { columnNames, columnWeights } from '../entry.ts'
import type { ColumnName, Entry } from '../entry.ts'
import { wordsOf } from '../fold.ts'
import type { Pattern, Unit } from '../plan.ts'
import type { Place, Scored, Shown, Store } from '../store.ts'

/** Words between single blanks, so that a pattern is found as a plain substring. */
type Searchable = Record<ColumnName, string>

interface Kept {
  entry: Entry
  text: Searchable
}

function searchable(columns: Entry['columns']): Searchable {
  const spaced = (text: string) =>
    text
      .split('\uE000')
      .map((part) => wordsOf(part).map((word) => word.folded))
      .map((words) => ` ${words.join(' ')} `)
      .join('\uE000')
  return Object.fromEntries(columnNames.map((name) => [name, spaced(columns[name])])) as Searchable
}

function holds(text: string, pattern: Pattern): boolean {
  return text.includes(` ${pattern.words.join(' ')}${pattern.prefix ? '' : ' '}`)
}

/** Weight of the columns that hold the unit; 0 if none does. */
function weightOf(text: Searchable, unit: Unit, place: Place): number {
  let weight = 0
  for (const name of place === 'title' ? (['title'] as const) : columnNames) {
    if (unit.patterns.some((pattern) => holds(text[name], pattern))) weight += columnWeights[name]
  }
  return weight
}

/** Documents in memory, searched from first to last: for tests and small sets. */
export class MemoryStore implements Store {
  readonly columns = new DocumentColumns()
  needsRebuild = true
  #slots = new Map<string, number>()
  #kept = new Map<number, Kept>()
  #next = 1

  write(entries: Entry[]): void {
    for (const entry of entries) {
      const known = this.#slots.get(entry.row.id)
      const held = known === undefined ? undefined : this.#kept.get(known)
      if (held && held.entry.updatedAt > entry.updatedAt) continue
      const slot = known ?? this.#next++
      this.#slots.set(entry.row.id, slot)
      this.#kept.set(slot, { entry, text: searchable(entry.columns) })
      this.columns.put(slot, entry.row)
    }
  }

  remove(ids: string[]): void {
    for (const id of ids) {
      const slot = this.#slots.get(id)
      if (slot === undefined) continue
      this.#slots.delete(id)
      this.#kept.delete(slot)
      this.columns.drop(id)
    }
  }

  refresh(): void {
    // Nothing else can write to this process's memory.
  }

  matching(units: Unit[], place: Place): number[] {
    const slots: number[] = []
    for (const [slot, { text }] of this.#kept) {
      if (units.every((unit) => weightOf(text, unit, place) > 0)) slots.push(slot)
    }
    return slots
  }

  count(unit: Unit): number {
    return this.matching([unit], 'anywhere').length
  }

  scored(units: Unit[]): Scored {
    const slots = this.matching(units, 'anywhere')
    const rarity = units.map((unit) => Math.log(1 + this.#kept.size / (this.count(unit) + 0.5)))
    const scores = slots.map((slot) => {
      const text = this.#kept.get(slot)?.text
      if (!text) return 0
      return units.reduce((sum, unit, index) => sum + weightOf(text, unit, 'anywhere') * (rarity[index] ?? 0), 0)
    })
    return { slots, scores }
  }

  exactTitle(slot: number): string {
    return this.#kept.get(slot)?.entry.exact.title ?? ''
  }

  exactSummary(slot: number): string {
    return this.#kept.get(slot)?.entry.exact.summary ?? ''
  }

  shown(slot: number): Shown | undefined {
    const entry = this.#kept.get(slot)?.entry
    if (!entry) return undefined
    const kind = entry.row.facets.kind[0] === 'need' ? 'need' : 'technology'
    return {
      kind,
      texts: entry.shown,
      keywords: entry.keywords,
      owner: entry.owner,
      card: JSON.parse(entry.card) as unknown,
    }
  }

  seal(): void {
    this.needsRebuild = false
  }

  close(): void {
    this.#kept.clear()
  }
}
