import { matchEveryNeed } from '#modules/matching/server'
import { drainOutbox } from '#platform/jobs'
import { demonstrationNeeds } from './content/needs.ts'
import { demonstrationRequests } from './content/requests.ts'
import { demonstrationTechnologies } from './content/technologies.ts'
import { createCast } from './cast.ts'
import { addReading, addVerifications } from './everyday.ts'
import { addNeeds, addTechnologies } from './listings.ts'
import { addNegotiations } from './negotiations.ts'
import { addRates } from './rates.ts'
import { addRequests } from './requests.ts'
import { addTerms } from './terms.ts'
import { addSearches } from './searches.ts'
import { Timeline } from './timeline.ts'
import { addValuations } from './valuations.ts'

/** The organisations stand this many days before the demonstration is loaded. */
const since = 400

/**
 * Loads the demonstration into the current database, which must be empty, through the modules' own commands: each
 * thing at its moment in the past, with its news handled then. The modules must have been told what news they take.
 * Not to be interrupted: load into a database of its own and take that into use when it is whole.
 *
 * @param now milliseconds since 1970 UTC; nothing happens after it
 * @throws Error when the content breaks a rule of the exchange
 */
export async function loadDemonstration(now: number): Promise<void> {
  const timeline = new Timeline(now)
  const cast = await createCast(timeline.ago(since))
  const technologies = addTechnologies(timeline, cast, demonstrationTechnologies)
  const needs = addNeeds(timeline, cast, demonstrationNeeds)
  const requests = addRequests(timeline, cast, demonstrationRequests, { technologies, needs })
  addNegotiations(timeline, cast, requests)
  addVerifications(timeline, cast)
  addTerms(timeline, cast)
  addRates(timeline, cast)
  addValuations(timeline, cast, technologies)
  addReading(timeline, cast)
  addSearches(timeline, cast)
  await timeline.play()
  await matchEveryNeed()
  await drainOutbox()
}
