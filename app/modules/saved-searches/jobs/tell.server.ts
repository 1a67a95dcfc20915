import { reader, type Transaction, transaction } from '#db'
import { questionPath } from '#modules/catalogue'
import type { FoundRow } from '#modules/catalogue/server'
import { type Recipient, recipientById } from '#modules/accounts/server'
import { now } from '#platform/clock'
import { post } from '#platform/mail'
import { lastMonday, lastMorning } from '../day.ts'
import { alertLetter, type Section } from '../letter.server.ts'
import { questionAt } from '../queries/own-searches.server.ts'
import { type TellingFrequency, newestFirst } from '../saved-search.ts'
import { lastAnnouncement, markLooked, markQuiet, type SavedSearch, searchesDue } from '../store.server.ts'
import { tokenFor } from '../unsubscribe-token.server.ts'
import { newsFinder } from './news.server.ts'

const batch = 500

interface Told {
  readonly search: SavedSearch
  readonly rows: readonly FoundRow[]
  readonly total: number
}

interface Run {
  readonly frequency: TellingFrequency
  readonly upTo: number
  readonly at: number
}

async function allDue(frequency: TellingFrequency, upTo: number, at: number): Promise<SavedSearch[]> {
  const due: SavedSearch[] = []
  const instant = frequency === 'instant'
  const lookedBefore = instant ? Number.MAX_SAFE_INTEGER : frequency === 'daily' ? lastMorning(at) : lastMonday(at)
  // Where letters have their hour, a search without news is marked as well: what comes later waits for the next one.
  const seenBefore = instant ? upTo : upTo + 1
  for (;;) {
    const { personId, id } = due.at(-1) ?? { personId: '', id: '' }
    const page = await searchesDue(reader(), {
      frequency,
      lookedBefore,
      seenBefore,
      after: { personId, id },
      limit: batch,
    })
    due.push(...page)
    if (page.length < batch) return due
  }
}

/** Whether somebody may still be told: the address is confirmed, and the organisation of the search is theirs. */
function mayHear(search: SavedSearch, recipient: Recipient): boolean {
  return search.organisationId === null || recipient.organisationIds.includes(search.organisationId)
}

async function sectionOf(tx: Transaction, { search, rows, total }: Told): Promise<Section> {
  return {
    name: search.name,
    path: questionPath(newestFirst(questionAt(search.path))),
    rows,
    total,
    token: await tokenFor(tx, { kind: 'search', id: search.id }),
  }
}

/**
 * Writes one person's letter and marks what it tells, in one transaction: whatever breaks off, nothing is told twice and
 * nothing is left out. What was changed, paused or told since it was read is left alone.
 */
async function tellPerson(personId: string, news: readonly Told[], run: Run): Promise<boolean> {
  return transaction(async (tx) => {
    const recipient = await recipientById(tx, personId)
    const sections: Section[] = []
    for (const told of news) {
      const heard = recipient !== null && mayHear(told.search, recipient)
      const marked = await markLooked(tx, told.search, { upTo: run.upTo, at: run.at, told: heard })
      if (marked && heard) sections.push(await sectionOf(tx, told))
    }
    const [first, ...others] = sections
    if (!recipient || !first) return false
    const { frequency } = run
    const token = others.length === 0 ? first.token : await tokenFor(tx, { kind: 'person', id: personId, frequency })
    await post(tx, alertLetter({ to: recipient, frequency, sections, token }))
    return true
  })
}

/**
 * Tells what is new to everybody whose searches are due: at once, each morning, or each Monday. One letter a person.
 * Safe to run at any time and any number of times.
 *
 * @returns how many letters were written
 * @throws SearchBusyError when too many questions wait; those told already stay told
 */
export async function tellNews(frequency: TellingFrequency): Promise<number> {
  const at = now()
  const upTo = await lastAnnouncement(reader())
  const searches = await allDue(frequency, upTo, at)
  const newsOf = await newsFinder(searches, upTo)
  const run: Run = { frequency, upTo, at }
  let quiet: string[] = []
  const settle = async (): Promise<void> => {
    const ids = quiet
    quiet = []
    if (ids.length > 0) await transaction((tx) => markQuiet(tx, ids, run))
  }
  let letters = 0
  let mine: Told[] = []
  for (const [index, search] of searches.entries()) {
    const { rows, total } = await newsOf(search)
    if (total > 0) mine.push({ search, rows, total })
    else quiet.push(search.id)
    if (searches[index + 1]?.personId !== search.personId) {
      if (mine.length > 0 && (await tellPerson(search.personId, mine, run))) letters += 1
      mine = []
    }
    if (quiet.length >= batch) await settle()
  }
  await settle()
  return letters
}
