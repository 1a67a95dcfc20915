import { useMessages } from '#i18n'
import { type Warning, warningUnits } from '#modules/valuation'
import type { Figures } from './figures.ts'

/** What the methods warn of, as sentences of the reader's language. */
export function useWarningText(figures: Figures) {
  const { valuation } = useMessages()
  const said: Readonly<Record<string, (values: Readonly<Record<string, string>>) => string>> = valuation.warnings
  const unitsOf: Readonly<Record<string, Readonly<Record<string, Parameters<Figures['by']>[0]>>>> = warningUnits
  return ({ code, values }: Warning): string =>
    said[code]?.(
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, figures.by(unitsOf[code]?.[name] ?? 'none', value)]),
      ),
    ) ?? code
}
