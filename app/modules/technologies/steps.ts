/** The named steps of the editor, in the order in which they are asked. */
export const steps = [
  'summary',
  'content',
  'readiness',
  'rights',
  'transfer',
  'origin',
  'files',
  'translation',
  'openness',
  'declaration',
] as const
export type Step = (typeof steps)[number]
