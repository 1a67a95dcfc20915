/** Why a command did not do what was asked: a code that is also the translation key. */
export interface Refusal {
  readonly code: string
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429
  /** Field path (`rights[0].number`) to the codes of what is wrong with it. */
  readonly fields?: Readonly<Record<string, readonly Issue[]>>
  /** Values the translated message speaks of. */
  readonly values?: Readonly<Record<string, string | number>>
}

/** One thing wrong with one field: a translation key and the values its message speaks of. */
export interface Issue {
  readonly code: string
  readonly values?: Readonly<Record<string, string | number>>
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function done<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refuse(
  code: string,
  status: Refusal['status'],
  more: Pick<Refusal, 'fields' | 'values'> = {},
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, status, ...more } }
}
