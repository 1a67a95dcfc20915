/** Folded words that must stand next to each other; with `prefix` the last one is only a beginning. */
export interface Pattern {
  words: string[]
  prefix: boolean
}

/** What documents are asked to hold: a pattern, all of several things, or any of them. Never an empty list. */
export type Expression = Pattern | { all: Expression[] } | { any: Expression[] }

export function isPattern(expression: Expression): expression is Pattern {
  return 'words' in expression
}

/** All of these; the thing itself where there is one. */
export function all(parts: Expression[]): Expression | null {
  const [only] = parts
  if (!only) return null
  return parts.length === 1 ? only : { all: parts }
}

/** Any of these; the thing itself where there is one. */
export function any(parts: Expression[]): Expression | null {
  const [only] = parts
  if (!only) return null
  return parts.length === 1 ? only : { any: parts }
}
