import { describe, expect, it } from 'vitest'
import { decideMove, processFaults } from '#kernel'
import { openStates, requestProcess, requestStates, requestVerbs } from './process.ts'
import { deadlineOf, mayConverse, moveSchema, remindersDue, verbsOf, wantsText } from './request.ts'

const day = 86_400_000

describe('the process of a request', () => {
  it('is sound', () => {
    expect(processFaults(requestProcess)).toEqual([])
  })

  it('lets a side do just what the table opens to it', () => {
    for (const state of requestStates)
      for (const side of ['sender', 'receiver'] as const)
        for (const verb of requestVerbs.filter((one) => one !== 'lapse'))
          expect(verbsOf(side, state).includes(verb)).toBe(decideMove(requestProcess, state, verb, side).allowed)
  })

  it('opens nothing once it has ended', () => {
    for (const state of requestProcess.final) {
      expect([...verbsOf('sender', state), ...verbsOf('receiver', state)]).toEqual([])
      expect(deadlineOf(state, 0)).toBeNull()
    }
  })

  it('leaves every open state with a deadline, and somebody to be reminded', () => {
    for (const state of openStates) {
      expect(deadlineOf(state, 7)).toBe(7 + 15 * day)
      expect([4, 5, 9, 10, 14].map((days) => remindersDue(state, 0, days * day))).toEqual([0, 1, 1, 2, 2])
      expect(requestProcess.turn[state]).toBeDefined()
    }
  })

  it('lets both sides write until the request was taken back or lapsed', () => {
    expect(requestStates.filter(mayConverse)).toEqual(['sent', 'asked', 'accepted', 'declined'])
  })
})

describe('the form of a move', () => {
  it.each(requestVerbs.filter((verb) => verb !== 'lapse'))('asks for a text with %s when the table does', (verb) => {
    const parsed = moveSchema.safeParse({ verb, version: '1', declineReason: 'timing' })
    expect(parsed.success).toBe(!wantsText(verb))
  })

  it('asks for one of the eight reasons to decline', () => {
    const without = moveSchema.safeParse({ verb: 'decline', version: 1, text: 'Không' })
    expect(without.error?.issues.map((issue) => issue.path)).toEqual([['declineReason']])
    expect(moveSchema.safeParse({ verb: 'decline', version: 1, text: 'Không', declineReason: 'x' }).success).toBe(false)
  })
})
