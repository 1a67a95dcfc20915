import { parse } from '@conform-to/dom'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '#i18n'
import { applyInputs, typedInputs, type ValuationModel } from '#modules/valuation'
import type { ValuationFacts } from '#modules/valuation/server'

const pause = 200

/** The model as it would be with what is being typed, worked out in the browser; null until something is typed. */
export function useLive({ model, reader, updatedAt }: ValuationFacts, formId: string) {
  const language = useLanguage()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const [live, setLive] = useState<ValuationModel | null>(null)

  const recalculate = (): void => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    const { payload } = parse<unknown, never>(new FormData(form), { resolve: () => ({ value: null }) })
    const typed = typedInputs.safeParse(payload)
    if (!typed.success) return
    const entering = { language, by: reader, at: new Date(updatedAt).toISOString() }
    setLive(applyInputs(model, typed.data.inputs, entering).model)
  }

  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current)
    },
    [],
  )

  return {
    model: live,
    onInput: (): void => {
      if (timer.current) clearTimeout(timer.current)
      timer.current = setTimeout(recalculate, pause)
    },
  }
}
