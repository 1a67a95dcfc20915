/** How far a piece of work has come, as a bar with its words. */
export function Progress({
  settled,
  total,
  text,
}: {
  readonly settled: number
  readonly total: number
  readonly text: string
}) {
  return (
    <p className="mt-2">
      <progress
        value={settled}
        max={Math.max(1, total)}
        aria-label={text}
        className="mr-3 h-3 w-48 max-w-full accent-action"
      />
      {text}
    </p>
  )
}
