import type { Result } from '#kernel'
import { actorOf } from '#modules/accounts/server'
import {
  askMandate,
  editValuation,
  signReport,
  startEstimate,
  valuationFacts,
  type ValuationPart,
} from '#modules/valuation/server'
import type { Player } from './cast.ts'

export const actor = ({ session }: Player) => actorOf(session)

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

export const refusal = <T>(result: Result<T>) => (result.ok ? null : result.refusal)

let forms = 0
export const formKey = () => `form_${String(forms++)}`

/** Starts a private estimate of a technology. */
export const estimate = async (player: Player, technologyId: string, more: Record<string, string> = {}) =>
  startEstimate({
    actor: await actor(player),
    input: {
      technologyId,
      purpose: 'Đàm phán chuyển quyền sử dụng',
      rightKind: 'exclusive_use',
      basis: 'market',
      valuationDate: '2026-11-26',
      currency: 'VND',
      amountsIn: '1000000',
      formKey: formKey(),
      ...more,
    },
  })

/** Saves a part as it stands at its present version. */
export async function save(player: Player, id: string, part: ValuationPart, input: Record<string, unknown>) {
  const by = await actor(player)
  const { version } = value(await valuationFacts({ actor: by, id }))
  return editValuation({ actor: by, id, part, language: 'vi', input: { version, ...input } })
}

export const typed = (id: string, text: string, reference = 'Kế hoạch kinh doanh') => ({
  id,
  value: text,
  source: 'document',
  reference,
})

/** Two approaches with their inputs, weighed: 60 % of the relief from royalty, 40 % of the replacement cost. */
export async function worked(player: Player, id: string): Promise<void> {
  value(
    await save(player, id, 'methods', {
      approaches: [
        { method: 'relief_from_royalty', on: 'on', reason: 'Có dự báo doanh thu' },
        { method: 'cost_replacement', on: 'on', reason: 'Mức sàn' },
      ],
    }),
  )
  value(
    await save(player, id, 'inputs', {
      inputs: [
        typed('revenues', '10.000; 14.000; 18.000; 20.000; 20.000'),
        typed('royalty_rate', '5'),
        typed('upkeep_rate', '0,5'),
        typed('tax_rate', '20'),
        typed('discount_rate', '22'),
        typed('convention', 'mid'),
        typed('labour', '1.200'),
        typed('materials', '300'),
      ],
    }),
  )
  value(
    await save(player, id, 'conclusion', {
      weights: [
        { approach: 'relief_from_royalty', weight: '60', reason: 'Dự báo có căn cứ' },
        { approach: 'cost_replacement', weight: '40', reason: 'Mức sàn' },
      ],
      range: 'approaches',
      point: 'weighted',
    }),
  )
}

export const signing = {
  independence: 'Không có lợi ích liên quan.',
  limits: 'Chỉ cho mục đích này.\nSố liệu chưa kiểm toán.',
}

/** Signs the report of a valuation as it stands. */
export async function sign(player: Player, id: string) {
  const by = await actor(player)
  const { version } = value(await valuationFacts({ actor: by, id }))
  return signReport({ actor: by, id, input: { version, ...signing } })
}

const mandateInput = (technologyId: string, valuerId: string, more: Record<string, string>) => ({
  technologyId,
  valuerId,
  purpose: 'Góp vốn bằng công nghệ',
  rightKind: 'ownership',
  basis: 'market',
  valuationDate: '2026-11-26',
  fee: '50000000',
  deadline: '2099-12-31',
  formKey: formKey(),
  ...more,
})

/** What a valuer declares on accepting. */
export const declaration = {
  conflict: 'none',
  accreditation: 'IX-0123',
  accreditationBody: 'Bộ Tài chính',
  accreditedUntil: '2099-01-01',
  valuerName: 'Nguyễn Thẩm Định',
}

/** Asks a valuer for a valuation. */
export async function ask(
  player: Player,
  { technologyId, valuerId, ...more }: { technologyId: string; valuerId: string } & Record<string, string>,
) {
  return askMandate({ actor: await actor(player), input: mandateInput(technologyId, valuerId, more) })
}
