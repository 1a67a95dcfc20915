import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, wordsOf } from './fold.ts'
import { eachToken } from './tokens.ts'

/** A built-in pair: an English term, a Vietnamese one, and the code of the field it belongs to. */
export interface BuiltInTerm {
  en: string
  vi: string
  field: string | null
}

/** The folder of the built-in files: beside this file, or in the project that a bundle of it is started from. */
function folder(): string {
  const beside = join(import.meta.dirname, 'terminology')
  return existsSync(beside) ? beside : join(process.cwd(), 'search', 'terminology')
}

/** All lines of the files; those of a field before the general ones, whose first meaning is not the technical one. */
function* lines(): Generator<[en: string, vi: string, field: string | undefined]> {
  const files = readdirSync(folder()).filter((name) => name.endsWith('.tsv'))
  files.sort((a, b) => Number(a.startsWith('general')) - Number(b.startsWith('general')) || (a < b ? -1 : 1))
  for (const name of files) {
    for (const line of readFileSync(join(folder(), name), 'utf8').split('\n')) {
      const [en, vi, field] = line.split('\t')
      if (en !== undefined && vi !== undefined) yield [en, vi, field]
    }
  }
}

/** Every term of both languages, some of them several times. */
export function* textsOfTerms(): Generator<string> {
  let before = ''
  for (const [en, vi] of lines()) {
    if (en !== before) yield en
    yield vi
    before = en
  }
}

let all: BuiltInTerm[] | undefined

/** All built-in pairs, without repetition, in the order of their files. Throws what the file system throws. */
export function builtInTerms(): BuiltInTerm[] {
  if (all) return all
  const pairs = new Map<string, BuiltInTerm>()
  for (const [en, vi, field] of lines()) {
    const key = `${en}\t${vi}`
    if (!pairs.has(key)) pairs.set(key, { en, vi, field: field ?? null })
  }
  all = [...pairs.values()]
  return all
}

/** Goes on from the hash of some words to that of the same with one more. */
const joined = (hash: number, word: number): number => Math.imul(hash ^ word, 0x01000193) | 0

/** Terms by a hash of the words of each: a few bytes a term, and no words kept. */
class Chains {
  #first: Int32Array
  #next: Int32Array
  #hashes: Int32Array

  /** `hashes`: of each term, 0 for one that is not to be found. */
  constructor(hashes: Int32Array) {
    let size = 1024
    while (size < hashes.length * 2) size *= 2
    this.#hashes = hashes
    this.#first = new Int32Array(size).fill(-1)
    this.#next = new Int32Array(hashes.length)
    // From the last to the first, so that a chain is in the order of the terms.
    for (let term = hashes.length - 1; term >= 0; term--) {
      const hash = hashes[term] ?? 0
      if (hash === 0) continue
      const place = (hash ^ (hash >>> 15)) & (size - 1)
      this.#next[term] = this.#first[place] ?? -1
      this.#first[place] = term
    }
  }

  find(hash: number): number[] {
    const found: number[] = []
    const place = (hash ^ (hash >>> 15)) & (this.#first.length - 1)
    for (let term = this.#first[place] ?? -1; term >= 0; term = this.#next[term] ?? -1) {
      if (this.#hashes[term] === hash) found.push(term)
    }
    return found
  }
}

/** How a query may name a built-in pair. */
export type NamedBy = 'english' | 'vietnamese' | 'unmarked'

interface Index {
  en: string[]
  vi: string[]
  /** By the folded English term; by the Vietnamese words with their marks; by the same folded, of several words. */
  chains: Record<NamedBy, Chains>
}

let index: Index | undefined

function indexOfTerms(): Index {
  if (index) return index
  const en: string[] = []
  const vi: string[] = []
  const hashes: Record<NamedBy, number[]> = { english: [], vietnamese: [], unmarked: [] }
  for (const [english, vietnamese] of lines()) {
    en.push(english)
    vi.push(vietnamese)
    let folded = 0
    eachToken(english, (hash) => {
      folded = joined(folded, hash)
    })
    hashes.english.push(folded)
    let words = 0
    let toned = 0
    folded = 0
    eachToken(vietnamese, (hash, tonedHash) => {
      words++
      folded = joined(folded, hash)
      toned = joined(toned, tonedHash)
    })
    hashes.vietnamese.push(toned)
    hashes.unmarked.push(words > 1 ? folded : 0)
  }
  const chains = (name: NamedBy) => new Chains(Int32Array.from(hashes[name]))
  index = {
    en,
    vi,
    chains: { english: chains('english'), vietnamese: chains('vietnamese'), unmarked: chains('unmarked') },
  }
  return index
}

/** What the built-in terms call these words in the other language, in the order of the files, each once. */
export function namesIn(by: NamedBy, words: readonly string[]): string[] {
  const { en, vi, chains } = indexOfTerms()
  const [own, other] = by === 'english' ? [en, vi] : [vi, en]
  const form = by === 'vietnamese' ? 'toned' : 'folded'
  const hash = words.reduce((sum, word) => joined(sum, hashOf(word)), 0)
  const key = words.join(' ')
  const found = chains[by].find(hash).filter((term) => {
    const named = wordsOf(own[term] ?? '').map((word) => word[form])
    return named.join(' ') === key
  })
  return found.length === 0 ? [] : [...new Set(found.map((term) => other[term] ?? ''))]
}
