import { describe, expect, it } from 'vitest'
import { decideMove, openVerbs, processFaults } from '#kernel'
import { offeringVerbIn } from './commands/offer-terms.server.ts'
import {
  offeringVerbs,
  termsPartyOf,
  termsProcess,
  type TermsState,
  termsStates,
  type TermsVerb,
  termsVerbs,
} from './terms-process.ts'

describe('the process of terms', () => {
  it('is sound', () => {
    expect(processFaults(termsProcess)).toEqual([])
  })

  it.each<[TermsState, 'offerer' | 'answerer' | 'either', TermsVerb[]]>([
    ['none', 'either', ['offer']],
    ['offered', 'answerer', ['accept', 'counter']],
    ['offered', 'offerer', ['revise', 'withdraw']],
    ['agreed', 'either', ['reopen']],
    ['reopened', 'answerer', ['accept', 'counter']],
    ['reopened', 'offerer', ['revise', 'withdraw']],
  ])('opens in %s to the %s: %j', (state, party, verbs) => {
    expect(openVerbs(termsProcess, state, party)).toEqual(verbs)
    for (const verb of termsVerbs)
      expect(decideMove(termsProcess, state, verb, party).allowed).toBe(verbs.includes(verb))
  })

  it('leaves exactly one way to offer to whoever may', () => {
    for (const state of termsStates)
      for (const party of state === 'none' || state === 'agreed'
        ? (['either'] as const)
        : (['offerer', 'answerer'] as const)) {
        const open = openVerbs(termsProcess, state, party).filter((verb) => offeringVerbs.some((one) => one === verb))
        expect(open).toEqual([offeringVerbIn(state, party)])
      }
  })

  it('keeps an agreement until another is reached', () => {
    const end = (state: TermsState, verb: TermsVerb, party: 'offerer' | 'answerer' | 'either') => {
      const move = decideMove(termsProcess, state, verb, party)
      return move.allowed ? move.transition.to : null
    }
    expect(end('agreed', 'reopen', 'either')).toBe('reopened')
    expect(end('reopened', 'withdraw', 'offerer')).toBe('agreed')
    expect(end('reopened', 'counter', 'answerer')).toBe('reopened')
    expect(end('reopened', 'accept', 'answerer')).toBe('agreed')
    expect(end('offered', 'withdraw', 'offerer')).toBe('none')
  })

  it('knows the parties by who offered the open version', () => {
    expect([termsPartyOf(null, 'a'), termsPartyOf('a', 'a'), termsPartyOf('b', 'a')]).toEqual([
      'either',
      'offerer',
      'answerer',
    ])
  })
})
