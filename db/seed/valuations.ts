import {
  askMandate,
  editValuation,
  mandatePage,
  moveMandate,
  signReport,
  startEstimate,
  valuationFacts,
} from '#modules/valuation/server'
import type { SignedIn } from '#modules/accounts'
import type { Cast } from './cast.ts'
import { granted, type Timeline } from './timeline.ts'

const technology = 'say-mat-troi-ca-com'
const client = 'go-suoi-trau'
const valuer = 'tham-dinh-gia-ghenh-rang'

type Part = Parameters<typeof editValuation>[0]['part']

const input = (id: string, value: string, source: string, reference: string) => ({ id, value, source, reference })

/** The work on a valuation, part by part, as it is typed in Vietnamese. */
const work: readonly (readonly [part: Part, input: Readonly<Record<string, unknown>>])[] = [
  [
    'methods',
    {
      approaches: [
        { method: 'relief_from_royalty', on: 'on', reason: 'Công nghệ đã bán được; có kế hoạch số nhà sấy từng năm.' },
        { method: 'cost_replacement', on: 'on', reason: 'Mức sàn: chi phí để phát triển lại.' },
      ],
    },
  ],
  [
    'inputs',
    {
      inputs: [
        input('revenues', '6.400; 9.600; 12.800; 14.400; 14.400', 'document', 'Kế hoạch bán 8 đến 18 nhà sấy mỗi năm'),
        input('royalty_rate', '4,5', 'comparable', 'Ngành máy và công cụ: trung vị 4,5 % (2002)'),
        input('upkeep_rate', '0,5', 'judgement', 'Chi phí hướng dẫn kỹ thuật hằng năm'),
        input('tax_rate', '20', 'document', 'Luật Thuế thu nhập doanh nghiệp'),
        input('discount_rate', '19', 'judgement', 'TRL 8: chi phí vốn 16 % cộng phần bù 3 %'),
        input('convention', 'mid', 'judgement', 'Doanh thu trải đều trong năm'),
        input('labour', '620', 'document', 'Bảng chấm công hai năm phát triển'),
        input('materials', '480', 'document', 'Hai nhà thử nghiệm'),
        input('overhead_rate', '15', 'document', 'Quy chế chi tiêu nội bộ'),
        input('developer_profit_rate', '12', 'judgement', 'Mức lợi nhuận thông thường'),
        input('functional', '5', 'judgement', 'Đã có phiên bản điều khiển mới'),
      ],
    },
  ],
  [
    'scenarios',
    {
      scenarios: [
        { name: 'Bán chậm', overrides: [{ input: 'revenues', value: '4.000; 6.400; 8.000; 9.600; 9.600' }] },
        { name: 'Tỷ lệ 6 %', overrides: [{ input: 'royalty_rate', value: '6' }] },
      ],
    },
  ],
  [
    'risk',
    {
      spreads: [
        { input: 'revenues', kind: 'triangular', figures: '60; 100; 120' },
        { input: 'royalty_rate', kind: 'pert', figures: '3; 4,5; 6' },
        { input: 'discount_rate', kind: 'triangular', figures: '16; 19; 24' },
      ],
      correlations: [{ one: 'revenues', other: 'royalty_rate', rank: '-0,2' }],
      trials: '10000',
      seed: '20261126',
      sampling: 'latin_hypercube',
      thresholds: '1.000; 1.500',
      variation: '20',
      moved: ['revenues', 'royalty_rate', 'discount_rate', 'labour'],
      row: { input: 'royalty_rate', values: '3; 4,5; 6' },
      column: { input: 'discount_rate', values: '16; 19; 24' },
    },
  ],
  [
    'conclusion',
    {
      weights: [
        { approach: 'relief_from_royalty', weight: '70', reason: 'Doanh thu có kế hoạch rõ; tỷ lệ có mức tham chiếu.' },
        { approach: 'cost_replacement', weight: '30', reason: 'Mức sàn, không phản ánh thu nhập.' },
      ],
      range: 'approaches',
      point: 'weighted',
    },
  ],
]

async function worked(actor: SignedIn, id: string): Promise<void> {
  for (const [part, given] of work) {
    const { version } = granted(id, await valuationFacts({ actor, id }))
    granted(part, await editValuation({ actor, id, part, language: 'vi', input: { version, ...given } }))
  }
}

async function signed(actor: SignedIn, id: string, independence: string): Promise<void> {
  const { version } = granted(id, await valuationFacts({ actor, id }))
  const limits = 'Số liệu do các bên cung cấp chưa được kiểm toán.'
  granted(id, await signReport({ actor, id, input: { version, independence, limits } }))
}

const day = (at: number, later = 0): string => new Date(at + later * 86_400_000).toISOString().slice(0, 10)

/** Puts a private estimate, a mandate whose report was delivered and one at work on the timeline. */
export function addValuations(timeline: Timeline, cast: Cast, technologies: ReadonlyMap<string, string>): void {
  const subject = { rightKind: 'exclusive_use', territory: 'Gia Lai, Đắk Lắk', basis: 'market' }
  const own = cast.actor('vo-thi-thanh-tam', client)
  const assessor = cast.actor('tham-dinh-vien', valuer)
  const director = cast.actor('bui-thi-tuong-vi', valuer)

  timeline.add(timeline.ago(24), async () => {
    const given = {
      ...subject,
      technologyId: technologies.get(technology) ?? '',
      purpose: 'Chuẩn bị đàm phán chuyển quyền sử dụng',
      valuationDate: day(timeline.ago(24)),
      currency: 'VND',
      amountsIn: '1000000',
      formKey: 'demonstration-estimate',
    }
    const { id } = granted('estimate', await startEstimate({ actor: own, input: given }))
    await worked(own, id)
    await signed(own, id, 'Ước tính do bên nhận công nghệ tự lập để sử dụng nội bộ.')
  })

  const mandate = (daysAgo: number, key: string, purpose: string, deliveredAgo: number | null) => {
    let id = ''
    const valuationOf = async () => granted(key, await mandatePage({ actor: director, id })).valuationId ?? ''
    timeline.add(timeline.ago(daysAgo), async () => {
      const at = timeline.ago(daysAgo)
      const given = {
        ...subject,
        technologyId: technologies.get(technology) ?? '',
        valuerId: cast.organisation(valuer),
        purpose,
        valuationDate: day(at),
        fee: '45.000.000',
        deadline: day(at, 60),
        formKey: key,
      }
      id = granted(key, await askMandate({ actor: own, input: given })).id
    })
    timeline.add(timeline.ago(daysAgo - 2), async () => {
      const { mandate: found } = granted(key, await mandatePage({ actor: director, id }))
      const given = {
        verb: 'accept',
        version: found.version,
        conflict: 'none',
        accreditation: 'IX-18.2045',
        accreditationBody: 'Bộ Tài chính',
        accreditedUntil: '2031-12-31',
        valuerName: assessor.name,
      }
      granted(key, await moveMandate({ actor: director, id, input: given }))
      if (deliveredAgo === null) await worked(assessor, await valuationOf())
    })
    if (deliveredAgo === null) return
    timeline.add(timeline.ago(deliveredAgo), async () => {
      const valuationId = await valuationOf()
      await worked(assessor, valuationId)
      await signed(director, valuationId, 'Người thực hiện không có lợi ích đối với công nghệ được định giá.')
    })
  }
  mandate(20, 'demonstration-delivered', 'Góp vốn bằng quyền sử dụng công nghệ', 9)
  mandate(6, 'demonstration-at-work', 'Thế chấp quyền sử dụng công nghệ', null)
}
