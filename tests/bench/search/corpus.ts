import { industries, provinces, scienceFields } from '#classifications'
import type { Language, SearchDocument } from '#search'
import { type Chance, chanceOf } from '../../../scripts/search-eval/chance.ts'
import type { RealText } from './texts.ts'

/**
 * Any number of documents made of real texts: half Vietnamese, half English, the real ones first, then mixtures of
 * clauses and halves of titles within one language, mostly of one subject. Each depends on its number only.
 */
export interface Corpus {
  /** Real texts of each language at the head. */
  readonly real: number
  document(number: number): SearchDocument
}

/** A text cut into clauses of 3 to 14 words. */
function clausesOf(text: string): string[] {
  const clauses: string[] = []
  let words: string[] = []
  for (const word of text.split(/\s+/)) {
    words.push(word)
    if ((words.length >= 4 && /[.,;:!?]$/.test(word)) || words.length === 14) {
      clauses.push(words.join(' '))
      words = []
    }
  }
  if (words.length >= 3) clauses.push(words.join(' '))
  return clauses
}

interface Source {
  /** With title and summary. */
  readonly whole: readonly RealText[]
  readonly titles: readonly string[]
  readonly clauses: readonly (readonly string[])[]
  readonly byCategory: ReadonlyMap<string, readonly number[]>
}

function sourceOf(texts: readonly RealText[]): Source {
  const whole = chanceOf(1, 'order').shuffled(texts.filter(({ title, summary }) => title !== '' && summary !== ''))
  const passages = texts.filter(({ title, summary }) => title === '' && summary !== '')
  return {
    whole,
    titles: texts.map(({ title }) => title).filter((title) => title !== ''),
    clauses: [...whole, ...passages].map(({ summary }) => clausesOf(summary)).filter((clauses) => clauses.length > 0),
    byCategory: Map.groupBy(whole.keys(), (at) => whole[at]?.category ?? ''),
  }
}

function half(title: string, end: boolean): string {
  const words = title.split(/\s+/)
  if (words.length < 4) return title
  return (end ? words.slice(words.length / 2) : words.slice(0, Math.ceil(words.length / 2))).join(' ')
}

/** Two to seven words in a row, signs at their ends taken off. */
function stretchOf(clause: string, chance: Chance): string {
  const words = clause.split(' ')
  const from = chance.below(Math.max(1, words.length - 2))
  return capital(words.slice(from, from + 2 + chance.below(6)).join(' ')).replace(/^\P{L}+|\P{L}+$/gu, '')
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** An early entry of a list more often than a late one, as with provinces and fields. */
const skewed = <Item>(from: readonly Item[], chance: Chance) =>
  from[Math.floor(from.length * chance.next() ** 2.5)] as Item

/**
 * Names that only few texts use: firms, products, models. Real vocabularies grow with about the 0.6th power of the
 * text by such names, while a mixture of known texts has none to add; English, with its open compounds, has more.
 */
function nameFor(lang: Language, ordinal: number, source: Source, chance: Chance): string {
  const known = (lang === 'vi' ? 6 : 14) * (ordinal + 1) ** 0.75
  const own = chanceOf(1, 'name', lang, String(Math.floor(known * chance.next())))
  const part = (end: boolean) => {
    const words = own
      .pick(source.titles)
      .normalize('NFD')
      .replace(/[^A-Za-z ]/g, '')
      .split(' ')
    const word = own.pick(words.filter((one) => one.length > 3).concat('nova')).toLowerCase()
    return end ? word.slice(-2 - own.below(3)) : word.slice(0, 2 + own.below(3))
  }
  if (own.next() < 0.4) return `${part(false).toUpperCase()}-${String(10 + own.below(990))}`
  return capital(part(false) + part(true))
}

const rights = [['use'], ['ownership'], ['use', 'ownership'], ['use', 'sublicence']]
const ipStatuses = ['none', 'pending', 'patent', 'utility_solution', 'software']
const DAY = 86_400_000
const FIRST_DAY = 1_700_000_000_000
const leaves = scienceFields.filter(({ parent }) => parent !== undefined)

export function corpusOf(texts: readonly RealText[]): Corpus {
  const sources = {
    vi: sourceOf(texts.filter(({ lang }) => lang === 'vi')),
    en: sourceOf(texts.filter(({ lang }) => lang === 'en')),
  }

  function mixed(lang: Language, ordinal: number, chance: Chance): RealText {
    const source = sources[lang]
    const at = chance.below(source.whole.length)
    const home = source.whole[at] as RealText
    const near = source.byCategory.get(home.category) ?? [at]
    const clause = () => {
      const draw = chance.next()
      const from = draw < 0.4 ? at : draw < 0.75 ? chance.pick(near) : chance.below(source.clauses.length)
      return chance.pick(source.clauses[from] ?? source.clauses[0] ?? [''])
    }
    const name = nameFor(lang, ordinal, source, chance)
    const sentences = Array.from({ length: 4 + chance.below(6) }, () => {
      const joined = Array.from({ length: 1 + chance.below(3) }, clause).join(' ')
      return `${capital(joined).replace(/[.,;:]$/, '')}.`
    })
    const place = chance.below(sentences.length)
    sentences[place] = `${name}: ${sentences[place] ?? ''}`
    if (chance.next() < 0.5) sentences.push(`${nameFor(lang, ordinal, source, chance)}.`)
    const other = chance.next() < 0.6 ? (source.whole[chance.pick(near)]?.title ?? '') : chance.pick(source.titles)
    // Halves of titles alone would give every beginning to ten documents.
    const beginning = chance.next() < 0.35 ? half(home.title, false) : stretchOf(clause(), chance)
    const title = `${beginning} ${half(other, true)}${chance.next() < 0.15 ? ` ${name}` : ''}`
    return {
      ...home,
      title: title.split(/\s+/).slice(0, 24).join(' '),
      summary: sentences.join(' '),
    }
  }

  return {
    real: Math.min(sources.vi.whole.length, sources.en.whole.length),
    document: (number) => {
      const chance = chanceOf(1, 'document', String(number))
      const lang = number % 2 === 0 ? 'vi' : 'en'
      const ordinal = Math.floor(number / 2)
      const text = sources[lang].whole[ordinal] ?? mixed(lang, ordinal, chance)
      const trlLevel = 1 + chance.below(9)
      const leaf = skewed(leaves, chance)
      const publishedAt = FIRST_DAY + chance.below(1000) * DAY + chance.below(DAY)
      const price = chance.next() < 0.3 ? null : (1 + chance.below(90)) * 50_000_000
      const ipStatus = skewed(ipStatuses, chance)
      return {
        id: `doc_${String(number)}`,
        kind: text.kind,
        externalId: null,
        texts: { [lang]: { title: text.title, summary: text.summary, body: '' } },
        keywords: [...text.keywords],
        owner: text.owner,
        codes: [],
        facets: {
          field: [leaf.code, leaf.parent ?? ''],
          industry: [skewed(industries, chance).code],
          ipc: [],
          trl: trlLevel < 4 ? 'research' : trlLevel < 7 ? 'development' : 'deployment',
          ipStatus: [ipStatus],
          rights: skewed(rights, chance),
          territory: [],
          green: [],
          province: skewed(provinces, chance).code,
        },
        price,
        trlLevel,
        publishedAt,
        updatedAt: publishedAt,
        audience: 'public',
        card: { title: text.title, owner: text.owner, trlLevel, price, ipStatus },
      }
    },
  }
}
