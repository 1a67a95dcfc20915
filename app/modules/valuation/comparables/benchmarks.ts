import { type Bilingual } from '#kernel'

/** A source of published rates. */
interface RateSource {
  readonly authors: string
  readonly title: string
  readonly published: string
  readonly year: number
  readonly address: string
}

/** Published royalty rates of an industry, as shares of net sales. */
export interface RateBenchmark {
  readonly id: string
  readonly name: Bilingual
  /** How many licences the figures rest on. */
  readonly licences: number
  readonly low: number
  readonly median: number
  readonly high: number
  /** Codes of science and technology fields that the industry draws on; none where none fits. */
  readonly fields: readonly string[]
  /** Sections of the Vietnam Standard Industrial Classification. */
  readonly industries: readonly string[]
}

type Row = readonly [
  id: string,
  vi: string,
  en: string,
  licences: number,
  low: number,
  high: number,
  median: number,
  fields: string,
  industries: string,
]

const rows: readonly Row[] = [
  ['automotive', 'Ô tô', 'Automotive', 35, 0.01, 0.15, 0.04, '203', 'C'],
  ['chemicals', 'Hóa chất', 'Chemicals', 72, 0.005, 0.25, 0.036, '104 204', 'C'],
  ['computers', 'Máy tính', 'Computers', 68, 0.002, 0.15, 0.04, '102 202', 'C'],
  ['consumer_goods', 'Hàng tiêu dùng', 'Consumer goods', 90, 0, 0.17, 0.05, '', 'C G'],
  ['electronics', 'Điện tử', 'Electronics', 132, 0.005, 0.15, 0.04, '202', 'C'],
  ['energy_environment', 'Năng lượng và môi trường', 'Energy and environment', 86, 0.005, 0.2, 0.05, '207 208', 'D E'],
  ['food', 'Thực phẩm', 'Food', 32, 0.003, 0.07, 0.028, '211', 'C'],
  ['healthcare_products', 'Sản phẩm y tế', 'Healthcare products', 280, 0.001, 0.77, 0.048, '206', 'C R'],
  ['internet', 'Internet', 'Internet', 47, 0.003, 0.4, 0.075, '102', 'K'],
  ['machines_tools', 'Máy và công cụ', 'Machines and tools', 84, 0.005, 0.26, 0.045, '203', 'C'],
  ['media_entertainment', 'Truyền thông, giải trí', 'Media and entertainment', 19, 0.02, 0.5, 0.08, '508 604', 'J S'],
  ['pharma_biotech', 'Dược và công nghệ sinh học', 'Pharma and biotech', 328, 0.001, 0.4, 0.051, '209 304 305', 'C'],
  ['semiconductors', 'Bán dẫn', 'Semiconductors', 78, 0, 0.3, 0.032, '202', 'C'],
  ['software', 'Phần mềm', 'Software', 119, 0, 0.7, 0.068, '102', 'K'],
  ['telecom', 'Viễn thông', 'Telecom', 63, 0.004, 0.25, 0.047, '202', 'K'],
]

const codesIn = (text: string): string[] => (text === '' ? [] : text.split(' '))

function benchmark([id, vi, en, licences, low, high, median, fields, industries]: Row): RateBenchmark {
  return { id, name: { vi, en }, licences, low, median, high, fields: codesIn(fields), industries: codesIn(industries) }
}

/** What was held against the printed source: the number of licences adds up to the total it states; the rates were not. */
const verified: Readonly<Record<'licences' | 'rates', boolean>> = { licences: true, rates: false }

/**
 * Royalty rates by industry as published: an outside reference with its age and country, never a rate to start from. No
 * Vietnamese collection is known.
 */
export const rateBenchmarks = {
  base: 'net_revenue',
  /** Of the licences, most of them from the 1980s on. */
  years: { from: 1980, until: 2000 },
  /** Of most licences. ISO 3166-1. */
  country: 'US',
  source: {
    authors: 'Goldscheider, R.; Jarosz, J.; Mulhern, C.',
    title: 'Use of the 25 per cent rule in valuing IP',
    published: 'les Nouvelles',
    year: 2002,
    address: 'https://studylib.net/doc/18162766/use-of-the-25-per-cent-rule-in-valuing-ip',
  },
  verified,
  /** Later work on whether such rates follow profits. */
  furtherSource: {
    authors: 'Kemmerer, J.; Lu, J.',
    title: 'Profitability and royalty rates across industries',
    published: 'KPMG Global Valuation Institute',
    year: 2012,
    address: 'https://studylib.net/doc/27495833/profitability-and-royalty--rates-across-industries',
  },
  industries: rows.map(benchmark),
  all: benchmark(['all', 'Tất cả các ngành', 'All industries', 1533, 0, 0.77, 0.045, '', '']),
} as const satisfies {
  readonly base: string
  readonly source: RateSource
  readonly furtherSource: RateSource
  readonly industries: readonly RateBenchmark[]
  readonly all: RateBenchmark
  readonly [more: string]: unknown
}

/**
 * The published rates nearest to a technology: those of its fields, else those of the industries it is for. None where
 * neither is known to fit; `rateBenchmarks.all` stands beside any.
 *
 * @param fields codes of either level; one of the first level stands for all below it
 */
export function benchmarksFor(fields: readonly string[], industries: readonly string[]): RateBenchmark[] {
  const byField = rateBenchmarks.industries.filter((one) =>
    one.fields.some((code) => fields.includes(code) || fields.includes(code.slice(0, 1))),
  )
  if (byField.length > 0) return byField
  return rateBenchmarks.industries.filter((one) => one.industries.some((code) => industries.includes(code)))
}
