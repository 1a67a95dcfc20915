/** Whether an error of the database says that a unique index was broken. */
export function breaksUniqueness(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : null
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || breaksUniqueness(error.cause)
}
