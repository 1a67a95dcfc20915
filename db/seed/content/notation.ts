import { demonstrationOrganisations } from './organisations.ts'

/** Short notation for the rows that every entry repeats, so that the data files read as data. */

/** The Vietnamese name of a demonstration organisation; throws when there is none of this key. */
export function nameOf(key: string): string {
  const found = demonstrationOrganisations.find((organisation) => organisation.key === key)
  if (found === undefined) throw new Error(`no organisation ${key}`)
  return found.name.vi
}

type Basis = 'owner' | 'co_owner' | 'applicant' | 'licensee_may_sublicense' | 'host_of_state_task' | 'agent'

/** An owner that is a demonstration organisation; `share` in hundredths of a per cent. */
export const held = (key: string, share: number, basis: Basis, consent = '') => ({
  name: nameOf(key),
  organisationId: `key:${key}`,
  basis,
  share,
  consent,
})

/** An owner outside the demonstration, with the text of its consent. */
export const heldOutside = (name: string, share: number, basis: Basis, consent: string) => ({
  name,
  organisationId: null,
  basis,
  share,
  consent,
})

/** A line of the comparison: what is usual today against what is offered. */
export const row = (criterion: string, unit: string, present: string, offered: string) => ({
  criterion,
  unit,
  present,
  offered,
})

/** Evidence for a readiness level; `madeOn` is an ISO date. */
export const proof = (level: number, madeOn: string, title: string, detail: string) => ({
  level,
  madeOn,
  title,
  detail,
})

/** An author and the share in hundredths of a per cent. */
export const by = (name: string, share: number) => ({ name, share })

/** A criterion that an answer has to meet; in English where the need is translated. */
export const must = (vi: string, en = '') => ({ kind: 'must' as const, vi, en })

/** A criterion that makes an answer better. */
export const nice = (vi: string, en = '') => ({ kind: 'nice' as const, vi, en })
