import { useMessages } from '#i18n'
import type { ImportState } from '#modules/interchange'
import { Badge, type Standing } from '#ui'

const standings: Readonly<Record<ImportState, Standing>> = {
  mapping: 'waiting',
  checking: 'moving',
  checked: 'waiting',
  carrying: 'moving',
  done: 'good',
  failed: 'stopped',
}

/** Where an import stands. */
export function ImportBadge({ state }: { readonly state: ImportState }) {
  const { interchange } = useMessages()
  return <Badge standing={standings[state]}>{interchange.states[state]}</Badge>
}
