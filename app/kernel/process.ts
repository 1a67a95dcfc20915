/**
 * A process as one typed, versioned table: the server decides by it, the page draws its buttons from it, the jobs set
 * timers by it.
 */
export interface Process<State extends string, Verb extends string, Party extends string> {
  readonly name: string
  readonly version: number
  readonly initial: State
  readonly final: readonly State[]
  /** Whose turn it is in each state that is not final. */
  readonly turn: Readonly<Partial<Record<State, Party>>>
  readonly transitions: readonly Transition<State, Verb, Party>[]
  readonly deadlines: readonly Deadline<State, Verb>[]
}

export interface Transition<State extends string, Verb extends string, Party extends string> {
  readonly verb: Verb
  readonly from: readonly State[]
  readonly to: State
  readonly by: readonly Party[]
  /** The kinds of reader told of it. */
  readonly notices: readonly Party[]
  /** Whether the mover must write a reason that the others read. */
  readonly reason?: boolean
}

/** In this state: remind after so many days, and after so many move by the verb. */
export interface Deadline<State extends string, Verb extends string> {
  readonly state: State
  readonly remindAfterDays: readonly number[]
  readonly lapseAfterDays: number
  readonly verb: Verb
}

export type Move<State extends string, Verb extends string, Party extends string> =
  | { readonly allowed: true; readonly transition: Transition<State, Verb, Party> }
  | { readonly allowed: false; readonly why: 'state' | 'party' }

/** Whether a party may move by this verb from this state. */
export function decideMove<State extends string, Verb extends string, Party extends string>(
  process: Process<State, Verb, Party>,
  state: State,
  verb: Verb,
  party: Party,
): Move<State, Verb, Party> {
  const fromHere = process.transitions.filter((t) => t.verb === verb && t.from.includes(state))
  if (fromHere.length === 0) return { allowed: false, why: 'state' }
  const transition = fromHere.find((t) => t.by.includes(party))
  return transition ? { allowed: true, transition } : { allowed: false, why: 'party' }
}

/** The verbs open to a party in a state, in the order of the table. */
export function openVerbs<State extends string, Verb extends string, Party extends string>(
  process: Process<State, Verb, Party>,
  state: State,
  party: Party,
): Verb[] {
  return process.transitions.filter((t) => t.from.includes(state) && t.by.includes(party)).map((t) => t.verb)
}

/**
 * What is wrong with a process table: states never reached, states without a way out that are not final, states that
 * are nobody's turn, deadlines whose verb does not lead out. Empty when the table is sound.
 */
export function processFaults<State extends string, Verb extends string, Party extends string>(
  process: Process<State, Verb, Party>,
): string[] {
  const states = new Set<State>([process.initial, ...process.final])
  for (const t of process.transitions) [...t.from, t.to].forEach((s) => states.add(s))
  const reached = new Set<State>([process.initial])
  for (let grown = true; grown;) {
    grown = false
    for (const t of process.transitions) {
      if (!reached.has(t.to) && t.from.some((s) => reached.has(s))) {
        reached.add(t.to)
        grown = true
      }
    }
  }
  const faults: string[] = []
  for (const state of states) {
    const leaves = process.transitions.some((t) => t.from.includes(state))
    const final = process.final.includes(state)
    if (!reached.has(state)) faults.push(`${process.name}: ${state} is never reached`)
    if (!leaves && !final) faults.push(`${process.name}: ${state} is a dead end`)
    if (leaves && final) faults.push(`${process.name}: ${state} is final and has a way out`)
    if (!final && process.turn[state] === undefined) faults.push(`${process.name}: ${state} is nobody's turn`)
  }
  for (const d of process.deadlines) {
    if (!process.transitions.some((t) => t.verb === d.verb && t.from.includes(d.state)))
      faults.push(`${process.name}: the deadline of ${d.state} has no way out`)
    if (d.remindAfterDays.some((day) => day >= d.lapseAfterDays))
      faults.push(`${process.name}: ${d.state} is reminded after it lapsed`)
  }
  return faults
}
