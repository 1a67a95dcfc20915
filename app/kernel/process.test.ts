import { describe, expect, it } from 'vitest'
import { decideMove, openVerbs, type Process, processFaults } from './process.ts'

type S = 'open' | 'asked' | 'closed' | 'lost'
type V = 'ask' | 'answer' | 'close'
type P = 'buyer' | 'seller'

const sound: Process<S, V, P> = {
  name: 'sale',
  version: 1,
  initial: 'open',
  final: ['closed'],
  turn: { open: 'seller', asked: 'buyer' },
  transitions: [
    { verb: 'ask', from: ['open'], to: 'asked', by: ['seller'], notices: ['buyer'] },
    { verb: 'answer', from: ['asked'], to: 'open', by: ['buyer'], notices: ['seller'] },
    { verb: 'close', from: ['open', 'asked'], to: 'closed', by: ['seller'], notices: ['buyer'] },
  ],
  deadlines: [{ state: 'open', remindAfterDays: [3], lapseAfterDays: 5, verb: 'close' }],
}

describe('decideMove', () => {
  it('allows what the table has', () => {
    expect(decideMove(sound, 'open', 'close', 'seller')).toMatchObject({ allowed: true, transition: { to: 'closed' } })
  })
  it('tells a wrong state from a wrong party', () => {
    expect(decideMove(sound, 'closed', 'close', 'seller')).toEqual({ allowed: false, why: 'state' })
    expect(decideMove(sound, 'open', 'close', 'buyer')).toEqual({ allowed: false, why: 'party' })
  })
})

describe('openVerbs', () => {
  it('lists what a party may do', () => {
    expect(openVerbs(sound, 'asked', 'buyer')).toEqual(['answer'])
    expect(openVerbs(sound, 'asked', 'seller')).toEqual(['close'])
    expect(openVerbs(sound, 'closed', 'seller')).toEqual([])
  })
})

describe('processFaults', () => {
  it('finds none in a sound table', () => {
    expect(processFaults(sound)).toEqual([])
  })
  it('finds what is never reached, dead ends, nobody’s turn and deadlines that lead nowhere', () => {
    const broken: Process<S, V, P> = {
      ...sound,
      final: ['closed', 'lost'],
      turn: { open: 'seller' },
      transitions: sound.transitions
        .filter((t) => t.verb !== 'answer' && t.verb !== 'close')
        .concat({ verb: 'close', from: ['open'], to: 'closed', by: ['seller'], notices: [] }),
      deadlines: [{ state: 'asked', remindAfterDays: [9], lapseAfterDays: 5, verb: 'answer' }],
    }
    expect(processFaults(broken).sort()).toEqual([
      'sale: asked is a dead end',
      "sale: asked is nobody's turn",
      'sale: asked is reminded after it lapsed',
      'sale: lost is never reached',
      'sale: the deadline of asked has no way out',
    ])
  })
})
