import { and, eq, inArray, min, or } from 'drizzle-orm'
import type { Reader } from '#db'
import { now } from '#platform/clock'
import { requestMoves, requests } from '../deals.tables.server.ts'
import { deadlineOf } from '../request.ts'

const hour = 3_600_000

/** How an organisation answered the requests it received. */
interface AnsweringRecord {
  /** Requests it answered, or whose time to answer is over. */
  readonly asked: number
  readonly answeredInTime: number
  /** Of those it answered; null when it answered none. */
  readonly medianHours: number | null
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle]
  if (high === undefined) return null
  const low = sorted[middle - 1]
  return sorted.length % 2 === 0 && low !== undefined ? (low + high) / 2 : high
}

/** How these organisations answered requests for their technologies: their first move on each counts as the answer. */
export async function answeringRecords(
  db: Reader,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, AnsweringRecord>> {
  if (organisationIds.length === 0) return new Map()
  const rows = await db
    .select({
      organisationId: requests.toOrganisationId,
      id: requests.id,
      createdAt: requests.createdAt,
      answeredAt: min(requestMoves.at),
    })
    .from(requests)
    .leftJoin(
      requestMoves,
      and(eq(requestMoves.requestId, requests.id), eq(requestMoves.organisationId, requests.toOrganisationId)),
    )
    .where(and(inArray(requests.toOrganisationId, [...organisationIds]), eq(requests.kind, 'transfer')))
    .groupBy(requests.id)
  const records = new Map<string, { asked: number; inTime: number; hours: number[] }>()
  for (const { organisationId, createdAt, answeredAt } of rows) {
    const deadline = deadlineOf('sent', createdAt) ?? Infinity
    if (answeredAt === null && deadline > now()) continue
    const record = records.get(organisationId) ?? { asked: 0, inTime: 0, hours: [] }
    record.asked += 1
    if (answeredAt !== null) record.hours.push((answeredAt - createdAt) / hour)
    if (answeredAt !== null && answeredAt <= deadline) record.inTime += 1
    records.set(organisationId, record)
  }
  return new Map(
    [...records].map(([id, { asked, inTime, hours }]) => [
      id,
      { asked, answeredInTime: inTime, medianHours: medianOf(hours) },
    ]),
  )
}

/** Those of these technologies that are promised to somebody alone: by ownership, or exclusive or sole use, accepted. */
export async function promisedTechnologies(db: Reader, technologyIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (technologyIds.length === 0) return new Set()
  const rows = await db
    .selectDistinct({ id: requests.listingId })
    .from(requests)
    .where(
      and(
        inArray(requests.listingId, [...technologyIds]),
        eq(requests.kind, 'transfer'),
        eq(requests.state, 'accepted'),
        or(eq(requests.rightWanted, 'ownership'), inArray(requests.exclusivityWanted, ['exclusive', 'sole'])),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}
