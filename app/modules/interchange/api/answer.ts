import { z } from 'zod'
import { languages } from '#kernel'
import { listingKinds } from '#modules/listings'
import { facetNames, matchKinds, readings } from '#search'
import { faultKinds } from './parameters.ts'

const time = z.iso.datetime()
const address = z.url()
const count = z.int().min(0)

const reason = z
  .strictObject({
    asked: z.string().describe('The words of the query, as typed.'),
    reading: z.enum(readings).describe('How they were taken.'),
    found: z.string().describe('What was found instead; empty where nothing was.'),
    places: z.array(z.string()).describe('The parts of the listing that hold it, the most telling first.'),
  })
  .describe('Why a listing was found: one stretch of the query.')

const item = z.strictObject({
  id: z.string(),
  externalId: z.string().nullable().describe('The number the owner knows it by; null where there is none.'),
  kind: z.enum(listingKinds),
  language: z.enum(languages).describe('The language of title and summary.'),
  title: z.string(),
  summary: z.string(),
  url: address.describe('The page of the listing.'),
  score: z.number().describe('Comparable within one answer only; 0 where relevance did not decide the order.'),
  match: z.enum(matchKinds).describe('How it answers the query, the best first.'),
  reasons: z.array(reason),
  publishedAt: time,
  updatedAt: time.nullable(),
})

const facet = z.array(z.strictObject({ value: z.string(), count }))

/** The answer of `/api/v1/search`. */
export const searchAnswer = z.strictObject({
  total: count.describe('How many listings answer, over all pages.'),
  complete: count.describe('How many of them hold every word; they stand first.'),
  page: z.int().min(1),
  pages: z.int().min(1),
  limit: z.int().min(1),
  correction: z.string().nullable().describe('The query as it was understood; null where it was taken as typed.'),
  translations: z
    .array(z.strictObject({ asked: z.string(), terms: z.array(z.string()) }))
    .describe('Stretches of the query that were also looked for in other words.'),
  items: z.array(item),
  facets: z
    .strictObject(Object.fromEntries(facetNames.map((name) => [name, facet])) as Record<string, typeof facet>)
    .describe('What each further choice would give; the counts of a facet leave its own choice aside.'),
  links: z.strictObject({
    self: address,
    next: address.nullable(),
    previous: address.nullable(),
    page: address.describe('The page with the same results.'),
  }),
})

export type SearchAnswer = z.output<typeof searchAnswer>

export const problemCodes = ['invalid_parameters', 'no_such_page', 'method', 'too_many', 'busy'] as const

export type ProblemCode = (typeof problemCodes)[number]

export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  invalid_parameters: 400,
  no_such_page: 404,
  method: 405,
  too_many: 429,
  busy: 503,
}

/** Why a call was not answered (RFC 9457). */
export const problemSchema = z.strictObject({
  type: address.describe('Where the documentation explains it.'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(problemCodes),
  faults: z.array(z.strictObject({ parameter: z.string(), fault: z.enum(faultKinds), detail: z.string() })).optional(),
})

export type Problem = z.output<typeof problemSchema>
