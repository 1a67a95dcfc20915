import { describe, expect, it } from 'vitest'
import { readConfig } from './config.server.ts'

const read = (variables: Record<string, string>) => readConfig(variables, '/exchange')
const url = 'https://search.example:7700'

describe('the configuration of Meilisearch', () => {
  it('is absent by default', () => {
    expect(read({}).meilisearch).toBeNull()
    expect(read({ MEILISEARCH_URL: '', MEILISEARCH_KEY: '' }).meilisearch).toBeNull()
  })

  it('is whole where it is given', () => {
    const given = { MEILISEARCH_URL: url, MEILISEARCH_KEY: 'secret' }
    expect(read(given).meilisearch).toEqual({ url, key: 'secret', index: 'listings' })
    expect(read({ ...given, MEILISEARCH_INDEX: 'market_2' }).meilisearch?.index).toBe('market_2')
  })

  it.each([
    ['MEILISEARCH_KEY', { MEILISEARCH_URL: url }],
    ['MEILISEARCH_URL', { MEILISEARCH_KEY: 'secret' }],
    ['MEILISEARCH_URL', { MEILISEARCH_INDEX: 'market' }],
    ['MEILISEARCH_URL', { MEILISEARCH_URL: 'search.example', MEILISEARCH_KEY: 'secret' }],
    ['MEILISEARCH_URL', { MEILISEARCH_URL: 'file:///etc/passwd', MEILISEARCH_KEY: 'secret' }],
    ['MEILISEARCH_URL', { MEILISEARCH_URL: 'https://name:word@search.example', MEILISEARCH_KEY: 'secret' }],
    ['MEILISEARCH_INDEX', { MEILISEARCH_URL: url, MEILISEARCH_KEY: 'secret', MEILISEARCH_INDEX: 'a b' }],
    ['MEILISEARCH_INDEX', { MEILISEARCH_URL: url, MEILISEARCH_KEY: 'secret', MEILISEARCH_INDEX: '../indexes' }],
  ])('stops the start and names %s', (name, variables) => {
    let message = ''
    try {
      read(variables)
    } catch (error) {
      message = String(error)
    }
    expect(message).toContain(`${name}: `)
    expect(message).not.toContain('secret')
  })
})
