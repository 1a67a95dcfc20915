import { decideTerm, proposeTerm } from '#modules/terminology/server'
import type { Cast } from './cast.ts'
import { granted, type Timeline } from './timeline.ts'

interface DemonstrationTerm {
  readonly by: string
  readonly daysAgo: number
  readonly term: {
    readonly kind?: 'synonym'
    readonly language?: 'vi' | 'en'
    readonly a: string
    readonly b: string
    readonly field: string
    readonly source: string
  }
  /** What the operator decided, some days later; still waiting where it is left out. */
  readonly decision?: { readonly verb: 'approve' | 'reject'; readonly reason: string }
}

/** Terms that members of institutes proposed. */
const proposals: readonly DemonstrationTerm[] = [
  {
    by: 'nguyen-hoai-nam',
    daysAgo: 41,
    term: {
      a: 'white faeces syndrome',
      b: 'hội chứng phân trắng',
      field: '405',
      source: 'Báo cáo theo dõi bệnh tôm nước lợ của viện',
    },
    decision: { verb: 'approve', reason: '' },
  },
  {
    by: 'ho-thi-lan-chi',
    daysAgo: 33,
    term: {
      a: 'wood acetylation',
      b: 'axetyl hóa gỗ',
      field: '404',
      source: 'Hồ sơ công nghệ biến tính gỗ của viện',
    },
    decision: { verb: 'approve', reason: '' },
  },
  {
    by: 'pham-thi-ngoc-suong',
    daysAgo: 27,
    term: { a: 'sandy soil', b: 'đất', field: '401', source: 'Giáo trình thổ nhưỡng' },
    decision: {
      verb: 'reject',
      reason: '“Đất” quá rộng, khớp với mọi hồ sơ nông nghiệp. Đề nghị gửi lại với “đất cát”.',
    },
  },
  {
    by: 'mai-xuan-thao',
    daysAgo: 6,
    term: {
      a: 'craft-village wastewater',
      b: 'nước thải làng nghề',
      field: '207',
      source: 'Hồ sơ xử lý nước thải làng nghề của viện',
    },
  },
  {
    by: 'le-thi-bich-van',
    daysAgo: 3,
    term: {
      kind: 'synonym',
      language: 'vi',
      a: 'cá cơm khô',
      b: 'khô cá cơm',
      field: '211',
      source: 'Cách gọi ở hai miền trong hồ sơ sấy hải sản',
    },
  },
]

const daysToDecide = 2

/** Puts the proposals and what the operator decided on the timeline. */
export function addTerms(timeline: Timeline, cast: Cast): void {
  for (const [turn, { by, daysAgo, term, decision }] of proposals.entries()) {
    let made: { readonly id: string; readonly version: number } | null = null
    timeline.add(timeline.ago(daysAgo, turn), async () => {
      made = granted(term.a, await proposeTerm({ actor: cast.actor(by), input: term }))
    })
    if (!decision) continue
    timeline.add(timeline.ago(daysAgo - daysToDecide, turn), async () => {
      if (!made) throw new Error(`${term.a} was not proposed`)
      const { id, version } = made
      granted(term.a, await decideTerm({ actor: cast.reviewer, id, input: { ...decision, version } }))
    })
  }
}
