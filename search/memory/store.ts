import { DocumentColumns } from '../columns.ts'
import { columnNames, columnWeights, wordsIn } from '../entry.ts'
import type { ColumnName, Entry } from '../entry.ts'
import { isPattern } from '../expression.ts'
import type { Expression } from '../expression.ts'
import { NO_PRINTS } from '../prints.ts'
import type { Prints } from '../prints.ts'
import type { Place, Scored, Shown, Store } from '../store.ts'
import { Vocabulary } from '../vocabulary.ts'

/** Text by column between single blanks, so that a pattern is found as a plain substring. */
type Searchable = Record<ColumnName, string>

interface Kept {
  entry: Entry
  text: Searchable
}

function searchable(columns: Entry['columns']): Searchable {
  return Object.fromEntries(columnNames.map((name) => [name, ` ${columns[name]} `])) as Searchable
}

/** Weight of the columns that hold what is asked; 0 if it is not there. */
function weightOf(text: Searchable, expression: Expression, place: Place): number {
  if (!isPattern(expression)) {
    const parts = ('all' in expression ? expression.all : expression.any).map((part) => weightOf(text, part, place))
    if ('all' in expression && parts.some((weight) => weight === 0)) return 0
    return 'all' in expression ? parts.reduce((sum, weight) => sum + weight, 0) : Math.max(...parts)
  }
  const wanted = ` ${expression.words.join(' ')}${expression.prefix ? '' : ' '}`
  let weight = 0
  for (const name of place === 'anywhere' ? columnNames : [place]) {
    if (text[name].includes(wanted)) weight += columnWeights[name]
  }
  return weight
}

const textsOf = ({ exact }: Entry): Prints[] => [exact.title, exact.summary]

/** Documents in memory, searched from first to last: for tests and small sets. */
export class MemoryStore implements Store {
  readonly columns = new DocumentColumns()
  readonly vocabulary = new Vocabulary()
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
      this.vocabulary.learn(wordsIn(entry.columns), textsOf(entry))
    }
    this.vocabulary.makeRoom(() => [...this.#kept.values()].map(({ entry }) => textsOf(entry)))
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

  matching(expression: Expression, place: Place): number[] {
    const slots: number[] = []
    for (const [slot, { text }] of this.#kept) if (weightOf(text, expression, place) > 0) slots.push(slot)
    return slots
  }

  holds(slot: number, expression: Expression, place: Place): boolean {
    const text = this.#kept.get(slot)?.text
    return text !== undefined && weightOf(text, expression, place) > 0
  }

  scored(expression: Expression): Scored {
    const slots = this.matching(expression, 'anywhere')
    const scores = slots.map((slot) => {
      const text = this.#kept.get(slot)?.text
      return text ? weightOf(text, expression, 'anywhere') : 0
    })
    return { slots, scores }
  }

  exactTitle(slot: number): Prints {
    return this.#kept.get(slot)?.entry.exact.title ?? NO_PRINTS
  }

  exactSummary(slot: number): Prints {
    return this.#kept.get(slot)?.entry.exact.summary ?? NO_PRINTS
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
