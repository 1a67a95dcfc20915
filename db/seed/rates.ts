import { recordSignedRate, withdrawSignedRate } from '#modules/valuation/server'
import type { Cast } from './cast.ts'
import { demonstrationOrganisations } from './content/organisations.ts'
import { granted, type Timeline } from './timeline.ts'

type Right = 'ownership' | 'exclusive_use' | 'non_exclusive_use'

interface DemonstrationRate {
  readonly owner: string
  /** The contract's number before its year. */
  readonly number: string
  readonly field: string
  readonly right: Right
  /** In per cent, as typed in Vietnamese. */
  readonly rate: string
  readonly base: 'net_revenue' | 'net_selling_price' | 'pre_tax_profit'
  /** Years between signing and recording. */
  readonly signedBefore: number
}

function contract(
  owner: string,
  number: string,
  field: string,
  right: Right,
  rate: string,
  signedBefore: number,
  base: DemonstrationRate['base'] = 'net_revenue',
): DemonstrationRate {
  return { owner, number, field, right, rate, signedBefore, base }
}

/** What had been signed before the exchange kept rates: recorded on one day. */
const earlier: readonly DemonstrationRate[] = [
  contract('dai-hoc-phuong-mai', '03', '211', 'exclusive_use', '4,5', 3),
  contract('dai-hoc-phuong-mai', '07', '211', 'non_exclusive_use', '2,5', 2),
  contract('dai-hoc-phuong-mai', '11', '211', 'non_exclusive_use', '2', 1),
  contract('vien-thuy-san', '02', '211', 'exclusive_use', '5', 4),
  contract('vien-thuy-san', '09', '211', 'non_exclusive_use', '3', 1),
  contract('dai-hoc-song-ba', '05', '211', 'non_exclusive_use', '2,2', 2),
  contract('dai-hoc-song-ba', '14', '211', 'exclusive_use', '3,5', 0),
  contract('vien-duoc-lieu', '01', '211', 'exclusive_use', '6', 3),
  contract('vien-duoc-lieu', '08', '211', 'ownership', '7,5', 1),
  contract('vien-sa-huynh', '06', '211', 'ownership', '5,5', 2),
  contract('vien-thuy-san', '04', '405', 'non_exclusive_use', '1,5', 3),
  contract('vien-thuy-san', '12', '405', 'exclusive_use', '3,8', 1),
  contract('dai-hoc-phuong-mai', '16', '405', 'non_exclusive_use', '2', 0),
  contract('vien-moi-truong', '10', '405', 'exclusive_use', '4', 2),
  contract('vien-dat-kho', '03', '405', 'non_exclusive_use', '1,8', 1),
  contract('dai-hoc-song-ba', '17', '405', 'exclusive_use', '3', 0),
  contract('vien-lam-san', '02', '404', 'exclusive_use', '3', 3),
  contract('vien-lam-san', '05', '404', 'non_exclusive_use', '1,2', 1),
  contract('dai-hoc-song-ba', '09', '404', 'non_exclusive_use', '1,5', 2),
  contract('dai-hoc-song-ba', '11', '404', 'exclusive_use', '2,4', 1),
  contract('vien-lam-san', '08', '404', 'exclusive_use', '12', 1, 'pre_tax_profit'),
]

/** Recorded wrongly and withdrawn on the next day, and recorded anew. */
const mistaken = contract('vien-sa-huynh', '13', '211', 'exclusive_use', '38', 1)
const mended: DemonstrationRate = { ...mistaken, rate: '3,8' }
const mistake = 'Ghi nhầm 3,8 % thành 38 %.'

/** What was signed and recorded since. */
const since: readonly (readonly [daysAgo: number, rate: DemonstrationRate])[] = [
  [210, contract('vien-moi-truong', '04', '211', 'non_exclusive_use', '2,8', 0)],
  [118, contract('vien-dat-kho', '06', '405', 'exclusive_use', '3,2', 0)],
  [37, contract('vien-lam-san', '03', '404', 'exclusive_use', '2,6', 0, 'net_selling_price')],
]

/** More than a year ago, so that these count whenever the demonstration is loaded. */
const recorded = 396

/** Puts the contracts that the operator recorded on the timeline. */
export function addRates(timeline: Timeline, cast: Cast): void {
  const taxCodes = new Map(demonstrationOrganisations.map(({ key, taxCode }) => [key, taxCode]))
  const put = async (at: number, { owner, number, field, right, rate, base, signedBefore }: DemonstrationRate) => {
    const signedYear = new Date(at).getUTCFullYear() - signedBefore
    const reference = `${number}/${String(signedYear)}/HĐCGCN`
    const input = {
      taxCode: taxCodes.get(owner) ?? '',
      field,
      rightKind: right,
      exclusivity: right === 'non_exclusive_use' ? 'non_exclusive' : 'exclusive',
      rate,
      base,
      signedYear: String(signedYear),
      reference,
      confirmed: 'on',
      formKey: `${owner} ${number} ${String(at)}`,
    }
    return granted(reference, await recordSignedRate({ actor: cast.reviewer, language: 'vi', input }))
  }
  const add = (at: number, rate: DemonstrationRate) => {
    timeline.add(at, async () => {
      await put(at, rate)
    })
  }
  for (const [turn, rate] of earlier.entries()) add(timeline.ago(recorded, turn), rate)
  for (const [daysAgo, rate] of since) add(timeline.ago(daysAgo), rate)
  const wrongAt = timeline.ago(recorded, earlier.length)
  const rightAt = timeline.ago(recorded - 1)
  let wrong = ''
  timeline.add(wrongAt, async () => {
    wrong = (await put(wrongAt, mistaken)).id
  })
  timeline.add(rightAt, async () => {
    granted(mistake, await withdrawSignedRate({ actor: cast.reviewer, id: wrong, input: { reason: mistake } }))
    await put(rightAt, mended)
  })
}
