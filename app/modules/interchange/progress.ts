/** Where an import stands: columns are chosen, rows are checked, the check is read, rows are carried out. */
export const importStates = ['mapping', 'checking', 'checked', 'carrying', 'done', 'failed'] as const
export type ImportState = (typeof importStates)[number]

/** How new listings land: as drafts of their organisation, or submitted for review. */
export const landings = ['submitted', 'draft'] as const
export type Landing = (typeof landings)[number]

/** What becomes of a row. */
export const rowOutcomes = ['created', 'updated', 'unchanged', 'refused'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

export type OutcomeCounts = Readonly<Record<RowOutcome, number>>

/** Whether the exchange is at work on an import, so that its page is to be looked at again. */
export function underWay(state: ImportState): boolean {
  return state === 'checking' || state === 'carrying'
}
