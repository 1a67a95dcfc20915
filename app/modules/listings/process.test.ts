import { describe, expect, it } from 'vitest'
import { processFaults } from '#kernel'
import { inView, listingProcess, listingStates, listingVerbs } from './process.ts'

describe('the life of a listing', () => {
  it('is sound: everything reached, no dead end, every state someone’s turn', () => {
    expect(processFaults(listingProcess)).toEqual([])
  })

  it('uses every state and every verb it names', () => {
    const states = new Set(listingProcess.transitions.flatMap((t) => [...t.from, t.to]))
    expect(listingStates.filter((state) => !states.has(state))).toEqual([])
    expect(listingVerbs.filter((verb) => !listingProcess.transitions.some((t) => t.verb === verb))).toEqual([])
  })

  it('lets nobody publish but a reviewer, and nobody submit but a signatory', () => {
    const by = (verb: string) => listingProcess.transitions.filter((t) => t.verb === verb).flatMap((t) => t.by)
    expect(by('publish')).toEqual(['reviewer'])
    expect(by('submit')).toEqual(['signatory'])
  })
})

describe('inView', () => {
  const listing = { state: 'published', publishedVersion: 1, validUntil: 1000 } as const
  it('shows a published listing while it is valid', () => {
    expect(inView(listing, 999)).toBe(true)
    expect(inView(listing, 1000)).toBe(false)
  })
  it('keeps the published version in view while a revision is written', () => {
    expect(inView({ ...listing, state: 'draft' }, 1)).toBe(true)
    expect(inView({ ...listing, state: 'draft', publishedVersion: null }, 1)).toBe(false)
  })
  it.each(['suspended', 'expired', 'rejected', 'withdrawn', 'closed'] as const)('hides what is %s', (state) => {
    expect(inView({ ...listing, state }, 1)).toBe(false)
  })
})
