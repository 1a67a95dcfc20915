import { describe, expect, it } from 'vitest'
import { gate } from './gate.server.ts'
import { safePath } from './answer.server.ts'

const address = 'http://127.0.0.1:3000/work'
const post = (headers: Record<string, string>) => gate(new Request(address, { method: 'POST', headers }))?.status ?? 200

describe('gate', () => {
  it.each([
    ['our own origin', { origin: 'http://127.0.0.1:3000' }, 200],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['no origin to speak of', { origin: 'null' }, 403],
    ['another port', { origin: 'http://127.0.0.1:3001' }, 403],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a browser that says a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a browser that says our own', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('a form from %s', (_what, headers, status) => {
    expect(post(headers)).toBe(status)
  })

  it('lets reading through from anywhere', () => {
    expect(gate(new Request(address, { headers: { origin: 'https://evil.example' } }))).toBeNull()
  })
})

describe('safePath', () => {
  it.each(['/work', '/requests/req_1?done=saved#x'])('takes %s', (path) => {
    expect(safePath(path, '/')).toBe(path)
  })
  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'work',
    '/a b',
    '/a\nb',
    undefined,
    5,
    `/${'a'.repeat(5000)}`,
  ])('refuses %s', (path) => {
    expect(safePath(path, '/')).toBe('/')
  })
})
