import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprint, tidyText } from './text.ts'

describe('tidyText', () => {
  it('composes decomposed Vietnamese', () => {
    const decomposed = 'Công nghệ sấy đông khô'.normalize('NFD')
    expect(decomposed).not.toBe('Công nghệ sấy đông khô')
    expect(tidyText(decomposed)).toBe('Công nghệ sấy đông khô')
  })

  it('evens line ends, drops controls and the blanks at both ends', () => {
    expect(tidyText(' a\r\nb\rc\u0007\u007f\t ')).toBe('a\nb\nc')
  })

  it.each(['a\u0000b', '\ud800', 'x\udc00y'])('refuses what no keyboard makes', (text) => {
    expect(tidyText(text)).toBeNull()
  })

  it('does nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = tidyText(text)
        if (once !== null) expect(tidyText(once)).toBe(once)
      }),
    )
  })
})

describe('fingerprint', () => {
  it('changes with the text and only with it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(fingerprint(a) === fingerprint(b)).toBe(a === b)
      }),
    )
  })
})
