import { useLanguage, useMessages } from '#i18n'
import { type EvaluatedScenario, inputFields, type ValuationModel } from '#modules/valuation'

type Refusal = NonNullable<EvaluatedScenario['approaches'][number]['refusal']>

/** What the inputs of a model are called, and refusals that speak of them, in the reader's language. */
export function useInputNames(model: ValuationModel) {
  const { valuation, workbench } = useMessages()
  const language = useLanguage()
  const slots: Readonly<Record<string, { readonly name: string; readonly help: string }>> = valuation.slots
  const registered: Readonly<Record<string, string>> = valuation.registerInputs
  const refusals: Readonly<Record<string, string>> = valuation.refusals
  const fields = new Map(inputFields(model).map((field) => [field.id, field]))
  const slot = (name: string) => slots[name]?.name ?? name
  const input = (id: string): string => {
    const named = model.inputs.find((one) => one.id === id)?.name
    if (named) return named[language] || named.vi
    const field = fields.get(id)
    return registered[id] ?? (field ? slot(field.slotName) : id)
  }
  return {
    slot,
    input,
    help: (name: string) => slots[name]?.help ?? '',
    refusal: ({ slot: name, path, reason }: Refusal): string => {
      const place = /\[(\d+)\]/.exec(path)?.[1]
      const where = place === undefined ? slot(name) : `${slot(name)} (${String(Number(place) + 1)})`
      const twice: Readonly<Record<string, string>> = workbench.result.twice
      const said = reason === 'one_too_many' ? twice[name] : undefined
      return workbench.result.missing(where, said ?? refusals[reason] ?? reason)
    },
  }
}

/** What a figure of risk is of: an approach by the name of its method, or the reconciliation. */
export function useTargetName(model: ValuationModel) {
  const { workbench: words, valuation } = useMessages()
  return (of: string): string => {
    const method = model.approaches.find(({ id }) => id === of)?.method
    return method ? valuation.methods[method] : words.risk.reconciled
  }
}
