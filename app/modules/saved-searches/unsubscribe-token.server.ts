import type { Reader, Transaction } from '#db'
import { isSigned, sign } from '#platform/signing'
import { tellingFrequencies, type TellingFrequency } from './saved-search.ts'

/** What a link in a letter stops: one search, or all of a person's that tell at one frequency. */
export type Stopped =
  | { readonly kind: 'search'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string; readonly frequency: TellingFrequency }

const written = (stopped: Stopped): string =>
  stopped.kind === 'search' ? `s.${stopped.id}` : `p.${stopped.id}.${stopped.frequency}`

/** A token that lets whoever holds the letter stop letters like it, and nothing else. */
export async function tokenFor(tx: Transaction, stopped: Stopped): Promise<string> {
  const text = written(stopped)
  return `${text}.${await sign(tx, 'unsubscribe', text)}`
}

const form = /^(?:s\.(srch_[0-9a-z]+)|p\.(\w+)\.([a-z]+))\.([\w-]{43})$/

/** What a token stops; null where we did not write it. */
export async function readToken(db: Reader, token: string): Promise<Stopped | null> {
  const [, search, person, told, signature = ''] = form.exec(token) ?? []
  const frequency = tellingFrequencies.find((known) => known === told)
  const stopped: Stopped | null =
    search !== undefined
      ? { kind: 'search', id: search }
      : person !== undefined && frequency
        ? { kind: 'person', id: person, frequency }
        : null
  return stopped && (await isSigned(db, 'unsubscribe', written(stopped), signature)) ? stopped : null
}
