import { describe, expect, it } from 'vitest'
import { messagesOf } from '#i18n/server'
import {
  faultCodes,
  inputUnits,
  methodNames,
  modelWarningCodes,
  modelWarningUnits,
  reconciliationFaults,
  refusalReasons,
  rightKinds,
  samplings,
  sourceKinds,
  stepLabels,
  symbolWords,
  valuationMethods,
  valueBases,
  warningCodes,
  warningUnits,
} from './index.ts'
import { valuationModel } from './model/document.ts'

const methods = Object.values(valuationMethods)
const slots = methods.flatMap((method) => Object.entries(method.slots))
const registered = ['register.rights', 'register.readiness', ...slots.flatMap(([, slot]) => slot.register ?? [])]
/** Of the table of rights, which no slot takes. */
const columnsOfRights = ['kind', 'number', 'expiry']

const distributions = valuationModel.shape.inputs.element.shape.uncertainty.unwrap().shape.distribution.options
const kindsOfDistributions = distributions.map(({ shape }) => shape.kind.value)
const parameters = distributions.flatMap(({ shape }) =>
  'outcomes' in shape
    ? Object.keys(shape.outcomes.element.shape)
    : Object.keys(shape).filter((name) => name !== 'kind'),
)

const sorted = (keys: Iterable<string>) => [...new Set(keys)].sort()

describe.each(['vi', 'en'] as const)('the words of valuation in %s', (language) => {
  const words = messagesOf(language).valuation

  it.each([
    ['methods', words.methods, methodNames],
    ['sentences on methods', words.methodLeads, methodNames],
    ['families', words.families, methods.map(({ family }) => family)],
    ['slots', words.slots, slots.map(([name]) => name)],
    ['columns', words.columns, [...slots.flatMap(([, slot]) => Object.keys(slot.columns ?? {})), ...columnsOfRights]],
    ['choices', words.choices, slots.flatMap(([, slot]) => slot.choices ?? [])],
    ['inputs of the register', words.registerInputs, registered],
    ['steps', words.steps, stepLabels],
    ['symbols', words.symbols, symbolWords],
    ['warnings', words.warnings, warningCodes],
    ['warnings of the model', words.modelWarnings, modelWarningCodes],
    ['faults of the reconciliation', words.reconciliationFaults, reconciliationFaults],
    ['refusals', words.refusals, [...refusalReasons, ...faultCodes]],
    ['sources', words.sources, sourceKinds],
    ['rights', words.rights, rightKinds],
    ['bases', words.bases, valueBases],
    ['help on bases', words.baseHelp, valueBases],
    ['units', words.inputUnits, inputUnits],
    ['distributions', words.distributions, kindsOfDistributions],
    ['parameters of distributions', words.parameters, parameters],
    ['units of steps', words.stepUnits, inputUnits.filter((unit) => unit !== 'none')],
    ['samplings', words.samplings, samplings],
  ] as const)('name all %s and nothing else', (_, named, keys) => {
    expect(sorted(Object.keys(named))).toEqual(sorted(keys))
  })

  it('have a unit for each figure that a warning names, and name it', () => {
    const placed = (write: (values: Readonly<Record<string, string>>) => string) =>
      sorted([...write({}).matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))
    for (const code of warningCodes)
      expect([code, placed(words.warnings[code])]).toEqual([code, sorted(Object.keys(warningUnits[code]))])
    for (const code of modelWarningCodes) {
      const input = code === 'source_without_reference' ? ['input'] : []
      expect([code, placed(words.modelWarnings[code])]).toEqual([
        code,
        sorted([...Object.keys(modelWarningUnits[code]), ...input]),
      ])
    }
  })

  it('write figures into a warning', () => {
    const written = words.warnings.terminal_value_dominates({ share: '80 %' })
    expect(written).toContain('80 %')
    expect(written).not.toContain('{')
  })
})
