import { type InputValue, type LedgerInput, type ValuationModel } from '../model/document.ts'
import { isNeeded } from '../model/ledger.ts'
import { type Slot } from '../model/methods/method.ts'
import { valuationMethods } from '../model/engines.ts'
import { unitOfSlot } from './units.ts'

/** One thing that the enabled approaches ask for: an input of the ledger, or the one that will be made. */
export interface InputField {
  /** The id of the input in the ledger. */
  readonly id: string
  /** The name under which methods know it. */
  readonly slotName: string
  readonly slot: Slot
  readonly unit: LedgerInput['unit']
  /** Approaches whose slot it fills, by id. */
  readonly approaches: readonly string[]
  /** Whether one of them cannot do without. */
  readonly needed: boolean
  readonly input: LedgerInput | null
  /** The id under which a figure of one's own replaces what the exchange's register says; null where it says nothing. */
  readonly ownId: string | null
}

/** The ledger's id for a slot, shared by all approaches that have a slot of this name. */
export function inputIdOf(slotName: string): string {
  return slotName.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
}

function mergedSlots(one: Slot, other: Slot): Slot {
  return { ...one, kinds: one.kinds.filter((kind) => other.kinds.includes(kind)) }
}

/**
 * What the enabled approaches ask for, each thing once however many take it, in the order of the methods: needed first.
 * Approaches with slots of the same name share an input unless the model says otherwise.
 */
export function inputFields(model: ValuationModel): InputField[] {
  const inputs = new Map(model.inputs.map((input) => [input.id, input]))
  const found = new Map<string, InputField>()
  for (const one of model.approaches) {
    const { id: approach, method, inputs: filled } = one
    if (!one.enabled) continue
    for (const [slotName, slot] of Object.entries(valuationMethods[method].slots)) {
      const id = filled[slotName] ?? inputIdOf(slotName)
      const before = found.get(id)
      const input = inputs.get(id) ?? null
      found.set(id, {
        id,
        slotName: before?.slotName ?? slotName,
        slot: before ? mergedSlots(before.slot, slot) : slot,
        unit: input?.unit ?? unitOfSlot(slotName, slot),
        approaches: [...(before?.approaches ?? []), approach],
        needed: isNeeded(slot, one) || (before?.needed ?? false),
        input,
        ownId: id.startsWith('register.') ? inputIdOf(slotName) : null,
      })
    }
  }
  const all = [...found.values()]
  return [...all.filter(({ needed }) => needed), ...all.filter(({ needed }) => !needed)]
}

/** Whether a discount rate is built up: what the register says of readiness alone builds none. */
export function isRateBuilt(fields: readonly InputField[]): boolean {
  return fields.some(({ slot, input, ownId }) => slot.partOf !== undefined && input !== null && ownId === null)
}

/** The kind of value that a field takes, given what was typed. */
export function kindFor({ slot }: Pick<InputField, 'slot'>, figures: number): InputValue['kind'] {
  const [only = 'number'] = slot.kinds
  if (slot.kinds.includes('series') && (figures > 1 || !slot.kinds.includes('number'))) return 'series'
  return slot.kinds.includes('number') ? 'number' : only
}
