/** Kinds of file that can be imported. */
export const sourceFormats = ['jsonl', 'csv', 'xlsx'] as const
export type SourceFormat = (typeof sourceFormats)[number]
