import { shifted } from './decimals.ts'
import { type InputValue, type LedgerInput, type ValuationModel } from './document.ts'
import { setInput } from './edit.ts'
import { valuationMethods } from './engines.ts'

/** What a deal is to be paid and how long it lasts. Amounts are decimal texts in whole units of the currency. */
export interface TermsFacts {
  currency: string
  /** Last day of the right. */
  end?: string | null | undefined
  upfront?: string | undefined
  royaltyRate?: string | undefined
  tiers?: readonly { from: string; to: string | null; rate: string }[] | undefined
  milestones?: readonly { name: string; year: string; amount: string; probability?: string | undefined }[] | undefined
  /** Least payable a year. */
  minimum?: string | undefined
  /** Most payable in all. */
  totalCap?: string | undefined
}

/** What the exchange already knows of a technology and a deal. */
export interface DealFacts {
  /** Who brought them into the model, when (UTC), and where they stand. */
  by: { id: string; name: string }
  at: string
  reference: string
  /** Rights in force with the last day of each, null where it has none. */
  rights?: readonly { kind: string; number: string | null; expiry: string | null }[] | undefined
  /** TRL, 1 to 9. */
  readiness?: number | null | undefined
  terms?: TermsFacts | undefined
}

type Known = Pick<LedgerInput, 'id' | 'unit' | 'value'> & { currency?: string }

const figure = (id: string, unit: LedgerInput['unit'], value: string): Known => ({
  id,
  unit,
  value: { kind: 'number', value },
})
const day = (id: string, value: string): Known => ({ id, unit: 'none', value: { kind: 'date', value } })
const table = (columns: string[], rows: (string | null)[][]): InputValue => ({ kind: 'table', columns, rows })

function rightsOf({ rights = [] }: DealFacts): Known[] {
  if (rights.length === 0) return []
  const rows = rights.map(({ kind, number, expiry }) => [kind, number, expiry])
  const known: Known[] = [{ id: 'register.rights', unit: 'none', value: table(['kind', 'number', 'expiry'], rows) }]
  // Income that all the rights protect together ends with the first of them.
  const [first] = rights.flatMap(({ expiry }) => expiry ?? []).sort()
  if (first !== undefined) known.push(day('register.right_expiry', first))
  return known
}

/** Terms as inputs of a ledger whose amounts are in so many whole units. */
export function termsAsInputs(terms: TermsFacts, amountsIn: number): Known[] {
  const power = Math.round(Math.log10(amountsIn))
  const scaled = (amount: string) => shifted(amount, -power)
  const money = (known: Known): Known => ({ ...known, unit: 'money', currency: terms.currency })
  const known: Known[] = []
  if (typeof terms.end === 'string') known.push(day('register.contract_end', terms.end))
  if (terms.upfront !== undefined) known.push(money(figure('register.upfront', 'money', scaled(terms.upfront))))
  if (terms.royaltyRate !== undefined) known.push(figure('register.royalty_rate', 'rate', terms.royaltyRate))
  if (terms.tiers && terms.tiers.length > 0) {
    const rows = terms.tiers.map(({ from, to, rate }) => [scaled(from), to === null ? null : scaled(to), rate])
    known.push(money({ id: 'register.tiers', unit: 'money', value: table(['from', 'to', 'rate'], rows) }))
  }
  if (terms.milestones && terms.milestones.length > 0) {
    const rows = terms.milestones.map((one) => [one.name, one.year, scaled(one.amount), one.probability ?? null])
    const value = table(['name', 'year', 'amount', 'probability'], rows)
    known.push(money({ id: 'register.milestones', unit: 'money', value }))
  }
  if (terms.minimum !== undefined) known.push(money(figure('register.minimum', 'money', scaled(terms.minimum))))
  if (terms.totalCap !== undefined) known.push(money(figure('register.total_cap', 'money', scaled(terms.totalCap))))
  return known
}

function sameValue(one: InputValue, other: InputValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Fills slots of approaches that nothing fills yet; a rate is not put beside tiers, which say it already. */
function filled(model: ValuationModel): ValuationModel {
  const ids = new Set(model.inputs.map(({ id }) => id))
  const approaches = model.approaches.map((approach) => {
    const inputs = { ...approach.inputs }
    for (const [name, { register }] of Object.entries(valuationMethods[approach.method].slots)) {
      if (register === undefined || !ids.has(register) || inputs[name] !== undefined) continue
      const twice = name === 'royaltyRate' && (inputs['tiers'] !== undefined || ids.has('register.tiers'))
      if (approach.method === 'deal_structure' && twice) continue
      if (name === 'tiers' && inputs['royaltyRate'] !== undefined) continue
      inputs[name] = register
    }
    return { ...approach, inputs }
  })
  return { ...model, approaches }
}

/**
 * The model with what the exchange knows as inputs whose source is the register, put into the slots of approaches that
 * are still empty. What has not changed keeps who entered it and when; the same facts twice change nothing. Facts that
 * are not given leave what there is.
 */
export function withDealFacts(model: ValuationModel, facts: DealFacts): ValuationModel {
  const { readiness } = facts
  const known = [
    ...rightsOf(facts),
    ...(typeof readiness === 'number' ? [figure('register.readiness', 'count', String(readiness))] : []),
    ...(facts.terms ? termsAsInputs(facts.terms, model.head.amountsIn) : []),
  ]
  const changed = known.reduce((so, { currency, ...one }) => {
    const before = so.inputs.find(({ id }) => id === one.id)
    const own = currency === undefined || currency === so.head.currency ? {} : { currency }
    if (before && sameValue(before.value, one.value) && before.currency === own.currency) return so
    return setInput(so, {
      ...one,
      ...own,
      name: null,
      source: { kind: 'register', reference: facts.reference },
      enteredBy: facts.by,
      enteredAt: facts.at,
    })
  }, model)
  return filled(changed)
}
