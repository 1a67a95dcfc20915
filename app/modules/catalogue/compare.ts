import { isId } from '#kernel'

/** How many technologies stand side by side. */
export const mostCompared = 4

/** Which technologies an address asks to compare. */
export interface Compared {
  /** Without repetition, as many as fit. */
  readonly ids: readonly string[]
  /** How many of what was asked for cannot be a technology. */
  readonly unknown: number
  /** How many more were asked for than fit. */
  readonly beyond: number
}

/** Reads the numbers of technologies from an address; `name` is that of the parameter. */
export function comparedOf(query: URLSearchParams, name: 'id' | 'with'): Compared {
  const asked = [...new Set(query.getAll(name).filter((id) => id !== ''))]
  const known = asked.filter((id) => isId('tech', id))
  return {
    ids: known.slice(0, mostCompared),
    unknown: asked.length - known.length,
    beyond: Math.max(0, known.length - mostCompared),
  }
}

/** The address of a comparison, without the language. */
export function comparePath(ids: readonly string[]): string {
  const query = new URLSearchParams(ids.map((id) => ['id', id])).toString()
  return query === '' ? '/compare' : `/compare?${query}`
}
