import { questionOf } from '#modules/catalogue'
import type { Frequency } from '#modules/saved-searches'
import { saveSearchFor, tellNews } from '#modules/saved-searches/server'
import type { Cast } from './cast.ts'
import { granted, type Timeline } from './timeline.ts'

interface DemonstrationSearch {
  readonly by: string
  readonly daysAgo: number
  readonly name: string
  readonly query: string
  readonly frequency: Frequency
}

/** What people of the demonstration follow. */
const searches: readonly DemonstrationSearch[] = [
  {
    by: 'nguyen-duc-toan',
    daysAgo: 120,
    name: 'Chế biến gỗ keo',
    query: 'q="gỗ keo"&kind=technology',
    frequency: 'weekly',
  },
  {
    by: 'nguyen-duc-toan',
    daysAgo: 30,
    name: 'Xử lý nước thải, sẵn sàng triển khai',
    query: 'q="nước thải"&kind=technology&trl=deployment',
    frequency: 'never',
  },
  { by: 'truong-thi-kim-ngan', daysAgo: 150, name: 'Cá ngừ', query: 'q="cá ngừ"&kind=technology', frequency: 'daily' },
  {
    by: 'dao-manh-khoi',
    daysAgo: 200,
    name: 'Nhu cầu về nông nghiệp',
    query: 'kind=need&field=4',
    frequency: 'weekly',
  },
]

const day = 86_400_000
const morning = 25 * 3_600_000

/** Puts the saved searches on the timeline, and the letters of each morning since the first of them. */
export function addSearches(timeline: Timeline, cast: Cast): void {
  for (const { by, daysAgo, name, query, frequency } of searches)
    timeline.add(timeline.ago(daysAgo), async () => {
      const question = questionOf(new URLSearchParams(query))
      const actor = cast.actor(by)
      granted(name, await saveSearchFor({ actor, question, language: 'vi', input: { name, frequency } }))
    })
  const first = Math.max(...searches.map(({ daysAgo }) => daysAgo))
  const start = Math.floor(timeline.ago(first) / day) * day
  for (let at = start + morning; at < timeline.ago(0); at += day)
    timeline.add(at, async () => {
      await tellNews('daily')
      await tellNews('weekly')
    })
}
