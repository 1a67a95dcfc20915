const hour = 3_600_000
const day = 24 * hour

/** Vietnam keeps UTC+7 all year round (Asia/Ho_Chi_Minh). */
const offset = 7 * hour

/** When letters of a day go out, in the exchange's own time. */
const morning = 7 * hour

/** The latest 07:00 in Vietnam that is not after this moment. Milliseconds since 1970 UTC, as all here. */
export function lastMorning(at: number): number {
  return Math.floor((at + offset - morning) / day) * day + morning - offset
}

/** The latest Monday, 07:00 in Vietnam, that is not after this moment. */
export function lastMonday(at: number): number {
  const latest = lastMorning(at)
  // 1 January 1970 was a Thursday: day 4 of the week that begins on Sunday.
  const weekday = (Math.floor((latest + offset) / day) + 4) % 7
  return latest - ((weekday + 6) % 7) * day
}
