import { describe, expect, it } from 'vitest'
import { messagesOf } from './index.server.ts'
import { issueText, noticeText, refusalText } from './words.ts'

const vi = messagesOf('vi')
const en = messagesOf('en')

function paths(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${at}: ${typeof value}`]
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${at}.${key}`))
}

describe('the catalogue', () => {
  it('has the same words in both languages', () => {
    expect(paths(en, '')).toEqual(paths(vi, ''))
  })

  it('leaves no word empty', () => {
    const empty = (value: unknown, at: string): string[] =>
      typeof value === 'string'
        ? value.trim() === ''
          ? [at]
          : []
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([key, inner]) => empty(inner, `${at}.${key}`))
          : []
    expect([...empty(vi, 'vi'), ...empty(en, 'en')]).toEqual([])
  })
})

describe('words for codes', () => {
  it('fills in values', () => {
    expect(refusalText(vi, 'too_many', { minutes: 5 })).toContain('5 phút')
    expect(issueText(en, { code: 'too_long', values: { maximum: 300 } })).toContain('300')
  })
  it('has an answer for what it does not know', () => {
    expect(refusalText(vi, 'no.such.code')).toBe(vi.problems.refusals.bug)
    expect(issueText(vi, { code: 'constructor' })).toBe(vi.problems.fields.invalid)
    expect(noticeText(vi, '<script>')).toBeNull()
  })
})
