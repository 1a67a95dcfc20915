import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlight, snippet } from './highlight.ts'
import type { Segment } from './highlight.ts'

const shown = (segments: Segment[]) => segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
)

describe('highlight', () => {
  it.each([
    ['Công nghệ sấy khô', { words: ['say'], prefix: null }, 'Công nghệ [sấy] khô'],
    ['Sấy, sậy và SAY', { words: ['say'], prefix: null }, '[Sấy], [sậy] và [SAY]'],
    ['đường sắt', { words: [], prefix: 'duo' }, '[đườ]ng sắt'],
    ['sayaka say', { words: ['say'], prefix: null }, 'sayaka [say]'],
    ['không gì', { words: ['x'], prefix: null }, 'không gì'],
    ['', { words: ['x'], prefix: 'y' }, ''],
  ])('%s', (text, terms, expected) => {
    expect(shown(highlight(text, terms))).toBe(expected)
  })

  it('marks decomposed text with its marks', () => {
    const text = 'sấy khô'.normalize('NFD')
    expect(highlight(text, { words: [], prefix: 'sa' })[0]).toEqual({ text: 'sấ'.normalize('NFD'), hit: true })
  })

  it('never changes the text', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (text, word, prefix) => {
        const segments = highlight(text, { words: [word, 'a'], prefix })
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        expect(segments.every((segment) => segment.text !== '')).toBe(true)
      }),
    )
  })
})

describe('snippet', () => {
  const filler = 'lời dẫn dài dòng '.repeat(30)

  it('gives short texts whole', () => {
    expect(shown(snippet('Sấy khô.', { words: ['kho'], prefix: null }))).toBe('Sấy [khô].')
  })

  it('cuts out the stretch with most of the words', () => {
    const text = `${filler}máy sấy ${filler}công nghệ sấy đông khô ${filler}`
    const segments = snippet(text, { words: ['say', 'dong', 'kho', 'cong', 'nghe'], prefix: null })
    expect(shown(segments)).toContain('[công] [nghệ] [sấy] [đông] [khô]')
    expect(segments[0]?.text).toBe('…')
    expect(segments.at(-1)?.text).toBe('…')
  })

  it('begins at the beginning where nothing is found', () => {
    const segments = snippet(filler, { words: [], prefix: null })
    expect(shown(segments).startsWith('lời dẫn')).toBe(true)
  })

  it('is a stretch of the text, no longer than asked and not beginning with half a character', () => {
    const long = fc.string({ unit: fc.constantFrom('a', ' ', '𝒳', 'ế', '\ud800'), minLength: 100, maxLength: 400 })
    fc.assert(
      fc.property(long, (text) => {
        const inner = snippet(text, { words: ['a', 'e'], prefix: null }, 60).filter(({ text: part }) => part !== '…')
        const joined = inner.map((segment) => segment.text).join('')
        expect(text).toContain(joined)
        expect(joined.length).toBeLessThanOrEqual(60)
        expect(/^[\udc00-\udfff]/.test(joined)).toBe(false)
      }),
    )
  })
})
