import { describe, expect, it } from 'vitest'
import { languageOf, localPath } from './path.ts'

describe('languageOf', () => {
  it.each([
    ['/', 'vi', '/'],
    ['/search', 'vi', '/search'],
    ['/en', 'en', '/'],
    ['/en/', 'en', '/'],
    ['/en/search', 'en', '/search'],
    ['/energy', 'vi', '/energy'],
  ])('%s', (pathname, language, path) => {
    expect(languageOf(pathname)).toEqual({ language, path })
  })
})

describe('localPath', () => {
  it.each([
    ['vi', '/search', '/search'],
    ['en', '/search', '/en/search'],
    ['en', '/', '/en'],
    ['en', 'https://example.vn/', 'https://example.vn/'],
  ] as const)('%s %s', (language, path, local) => {
    expect(localPath(language, path)).toBe(local)
  })
})
