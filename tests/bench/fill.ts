import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { transaction } from '#db'
import { scienceFields } from '#classifications'
import { createOrganisationDirectly } from '#modules/accounts/server'
import { rebuildCatalogue } from '#modules/catalogue/server'
import { decideListing } from '#modules/listings/server'
import { createNeedDirectly } from '#modules/needs/server'
import { createTechnologyDirectly } from '#modules/technologies/server'
import { config } from '#platform/config'
import { drainOutbox } from '#platform/jobs'
import { application, openExchange, wire } from '../../app/application.server.ts'
import { demonstrationTechnologies } from '../../db/seed/content/technologies.ts'
import { loadBeside } from '../../scripts/demonstration/database.ts'

/** Fills a database for the benchmark: the demonstration, the real items at hand, and recombined ones up to the number. */
interface Item {
  readonly kind: 'technology' | 'need'
  readonly language: 'vi' | 'en'
  readonly title: string
  readonly summary: string
  readonly keywords: readonly string[]
}

const wanted = Number(process.argv[2] ?? '20000')
const folder = resolve(process.argv[3] ?? '../shared/data')
const together = 200

function realItems(): Item[] {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^(technologies|needs|research-tasks|ocop)-.*\.jsonl$/.test(name))
    : []
  return files.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const row = JSON.parse(line) as { title: string; summary?: string; lang: 'vi' | 'en'; keywords?: string[] }
        return {
          kind: name.startsWith('needs') ? 'need' : 'technology',
          language: row.lang,
          title: row.title,
          summary: row.summary ?? '',
          keywords: (row.keywords ?? [])
            .filter((word) => word.trim() !== '')
            .slice(0, 10)
            .map((word) => word.slice(0, 60)),
        } as const
      }),
  )
}

function ownItems(): Item[] {
  return demonstrationTechnologies.map(({ profile }) => {
    const texts = profile.texts?.vi
    return {
      kind: 'technology',
      language: 'vi',
      title: texts?.title ?? '',
      summary: `${texts?.teaser ?? ''} ${texts?.solution ?? ''}`,
      keywords: profile.keywords?.vi ?? [],
    }
  })
}

/** Items made of the title's halves and sentences of others of the same language; the same for every run. */
function recombined(from: readonly Item[], count: number): Item[] {
  let seed = 20_261_123
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return seed % below
  }
  return Array.from({ length: count }, () => {
    const first = from[next(from.length)]
    const same = from.filter((item) => item.language === first?.language)
    const second = same[next(same.length)]
    if (!first || !second) throw new Error('Nothing to recombine')
    const half = (text: string, end: boolean) => {
      const words = text.split(' ')
      return (end ? words.slice(words.length / 2) : words.slice(0, Math.ceil(words.length / 2))).join(' ')
    }
    return {
      ...first,
      title: `${half(first.title, false)} ${half(second.title, true)}`.slice(0, 300),
      summary: `${half(first.summary, false)}. ${half(second.summary, true)}`,
    }
  })
}

mkdirSync(config().dataDir, { recursive: true })
await loadBeside(config())
await openExchange()
wire()
const real = realItems()
const own = ownItems()
const base = [...real, ...own.filter(() => real.length === 0)]
const items = [...real, ...recombined(base.length > 0 ? base : own, Math.max(0, wanted - real.length))].slice(0, wanted)
const organisationId = await transaction((tx) =>
  createOrganisationDirectly(tx, {
    kind: 'institute',
    name: { vi: 'Viện Đo lường Hiệu năng', en: 'Institute for Measurement' },
    taxCode: null,
    province: '52',
    address: '',
    website: '',
    description: { vi: '', en: '' },
    services: [],
    verified: true,
    members: [],
  }),
)
const scores = { advantages: 4, clarity: 4, cooperation: 4, guidelines: 4, decision: 'publish', reason: 'Đạt' } as const
for (let at = 0; at < items.length; at += together) {
  await transaction(async (tx) => {
    for (const [index, item] of items.slice(at, at + together).entries()) {
      const number = at + index
      const field = scienceFields[number % scienceFields.length]?.code ?? '211'
      const keywords = { [item.language]: item.keywords }
      const created =
        item.kind === 'technology'
          ? await createTechnologyDirectly(tx, {
              organisationId,
              by: null,
              state: 'submitted',
              profile: {
                sourceLanguage: item.language,
                texts: {
                  [item.language]: {
                    title: item.title,
                    teaser: item.summary.slice(0, 400),
                    solution: item.summary.slice(0, 8000),
                  },
                },
                keywords,
                fields: [field],
                readiness: { claimed: (number % 9) + 1 },
                province: '52',
                offers: [
                  {
                    right: number % 3 === 0 ? 'ownership' : 'use',
                    exclusivity: number % 2 === 0 ? 'exclusive' : 'non_exclusive',
                  },
                ],
                price: { mode: 'asking', kind: 'indicative', amount: ((number % 90) + 1) * 50_000_000 },
              },
            })
          : await createNeedDirectly(tx, {
              organisationId,
              by: null,
              state: 'submitted',
              document: {
                sourceLanguage: item.language,
                texts: { [item.language]: { title: item.title, wanted: item.summary.slice(0, 8000) } },
                keywords,
                fields: [field],
                province: '52',
              },
            })
      if (!created.ok) throw new Error(`${item.title}: ${JSON.stringify(created.refusal)}`)
      const decided = await decideListing(tx, created.value, scores, null, null)
      if (!decided.ok) throw new Error(JSON.stringify(decided.refusal))
    }
  })
}
await drainOutbox()
process.stdout.write(`${String(await rebuildCatalogue())} listings indexed\n`)
await application.stop()
