import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '#search'
import { chanceOf } from './chance.ts'
import type { Given } from './documents.ts'
import { chooseItems, knownItemQueries } from './known-items.ts'
import { withOneError } from './slips.ts'
import { telexKeys } from './telex.ts'

/** Telex as a keyboard does it: each key either changes a letter of the syllable so far or is added to it. */
function typed(keys: string): string {
  return keys.replace(/\p{L}+/gu, (word) => {
    let tone = ''
    let letters: string[] = []
    for (const key of word) {
      const lower = key.toLowerCase()
      const last = letters.at(-1) ?? ''
      if ('sfrxj'.includes(lower) && letters.some((letter) => /[aeiouy]/i.test(fold(letter)))) tone = lower
      else if (lower === 'd' && last.toLowerCase() === 'd')
        letters = [...letters.slice(0, -1), last === 'd' ? 'đ' : 'Đ']
      else if ('aeo'.includes(lower) && last.toLowerCase() === lower)
        letters = [...letters.slice(0, -1), `${last}\u0302`]
      else if (lower === 'w' && /^[uUoO]$/.test(last)) {
        const before = letters.at(-2) ?? ''
        const both = /^o$/i.test(last) && /^u$/i.test(before)
        letters = [...letters.slice(0, both ? -2 : -1), ...(both ? [`${before}\u031b`] : []), `${last}\u031b`]
      } else if (lower === 'w' && /^a$/i.test(last)) letters = [...letters.slice(0, -1), `${last}\u0306`]
      else letters.push(key)
    }
    return letters.join('').normalize('NFC') + tone
  })
}

const tones = { '\u0300': 'f', '\u0301': 's', '\u0303': 'x', '\u0309': 'r', '\u0323': 'j' }

/** A text with each syllable's tone taken out and its key put behind: what `typed` gives. */
function toneBehind(text: string): string {
  return text.normalize('NFC').replace(/\p{L}+/gu, (word) => {
    const decomposed = word.normalize('NFD')
    const found = Object.entries(tones).find(([mark]) => decomposed.includes(mark))
    return decomposed.replace(found?.[0] ?? '', '').normalize('NFC') + (found?.[1] ?? '')
  })
}

describe('Telex keys', () => {
  it.each([
    ['công nghệ xử lý nước thải', 'coong ngheej xuwr lys nuwowcs thair'],
    ['Đường Dưỡng dương', 'DDuwowngf Duwowngx duwowng'],
    ['ĐƯỜNG', 'DDUWOWNGF'],
    ['ăn ẵm, Ấn Độ 4.0', 'awn awmx, AAns DDooj 4.0'],
    ['thuỷ thủy', 'thuyr thuyr'],
    ['Façade naïve ñ', 'Façade naïve ñ'],
  ])('of %s', (text, keys) => {
    expect(telexKeys(text)).toBe(keys)
    expect(telexKeys(text.normalize('NFD'))).toBe(keys)
  })

  it('of ươ may be typed together', () => {
    expect(telexKeys('nước Thượng quờ', { together: true })).toBe('nuowcs Thuowngj quowf')
  })

  it('typed on a keyboard give the text again', () => {
    const onset = fc.constantFrom(
      'b',
      'c',
      'ch',
      'd',
      'đ',
      'Đ',
      'gh',
      'h',
      'k',
      'kh',
      'l',
      'm',
      'n',
      'ng',
      'nh',
      'ph',
      't',
      'th',
      'v',
    )
    // Without uơ: a keyboard makes ươ of its keys.
    const nucleus = fc.constantFrom(
      'a',
      'ă',
      'â',
      'e',
      'ê',
      'i',
      'o',
      'ô',
      'ơ',
      'u',
      'ư',
      'y',
      'ươ',
      'iê',
      'uô',
      'ưa',
      'oa',
      'uyê',
    )
    const tone = fc.constantFrom('', ...Object.keys(tones))
    const coda = fc.constantFrom('', 'c', 'ch', 'm', 'n', 'ng', 'nh', 'p', 't', 'i', 'u')
    const syllable = fc.tuple(onset, nucleus, tone, coda, fc.boolean()).map(([start, middle, mark, end, upper]) => {
      const text = `${start}${middle}${mark}${end}`.normalize('NFC')
      return upper ? text.toUpperCase() : text
    })
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 8 }), fc.boolean(), (syllables, together) => {
        const text = syllables.join(' ')
        expect(typed(telexKeys(text, { together })).toLowerCase()).toBe(toneBehind(text).toLowerCase())
      }),
    )
  })
})

/** Edits between two texts, a swap of neighbours counting as one. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_none, at) => [at])
  for (let j = 0; j <= b.length; j++) (rows[0] ?? [])[j] = j
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      ;(rows[i] ?? [])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped)
    }
  return at(a.length, b.length)
}

describe('a typing error', () => {
  it('is one edit in one word of three letters or more; all else stays as it was', () => {
    const word = fc.constantFrom('công', 'nghệ', 'xử', 'lý', 'Nước', 'thải', 'C02F', '3D', 'laser', 'ĐƯỜNG', 'ba', 'A4')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.integer(), (words, seed) => {
        const text = words.join(' ')
        const wrong = withOneError(text, chanceOf(seed))
        if (!words.some((one) => /^\p{L}{3,}$/u.test(one))) expect(wrong).toBeNull()
        else {
          const changed = wrong?.split(' ') ?? []
          expect(changed).toHaveLength(words.length)
          const different = words.flatMap((one, at) => (one === changed[at] ? [] : [[one, changed[at] ?? '']]))
          expect(different).toHaveLength(1)
          const [before = '', after = ''] = different[0] ?? []
          expect(before).toMatch(/^\p{L}{3,}$/u)
          expect(distance(before, after)).toBe(1)
        }
      }),
    )
  })
})

function given(id: string, lang: 'vi' | 'en', title: string, more: Partial<Given> = {}): Given {
  return {
    id,
    lang,
    title,
    summary: '',
    body: '',
    kind: 'technology',
    keywords: [],
    codes: [],
    owner: '',
    pair: null,
    ...more,
  }
}

async function* each(items: Given[]) {
  for (const item of items) yield await Promise.resolve(item)
}

describe('known items', () => {
  const market = [
    given('long', 'vi', 'một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba'),
    given('short', 'vi', 'Nước thải'),
    given('same', 'vi', 'Lọc nước biển'),
    given('again', 'vi', 'lọc nước  bien'),
    given('kept', 'vi', 'Máy sấy lúa', { summary: 'Sấy và làm nguội hạt thóc trong tháp' }),
    given('vi-twin', 'vi', 'Học máy', { pair: 'book-1' }),
    given('en-twin', 'en', 'Machine learning', { pair: 'book-1' }),
    given('vi-other', 'vi', 'Hàm kích hoạt', { pair: 'en-other' }),
    given('en-other', 'en', 'Activation function'),
    given('en', 'en', 'A better rice dryer'),
  ]

  it('have a title of 3 to 14 words that no other has', async () => {
    const choice = await chooseItems(each(market), 10, 1)
    expect([...choice.items].sort()).toEqual(['en', 'kept', 'vi-other'])
    expect([...choice.leftOut].sort()).toEqual(['en-other', 'en-twin'])
    expect(Object.fromEntries(choice.asking)).toEqual({ 'en-twin': 'vi-twin', 'en-other': 'vi-other' })
    expect((await chooseItems(each(market), 1, 1)).items.size).toBe(2)
  })

  it('are asked for in every way', async () => {
    const choice = await chooseItems(each(market), 10, 1)
    const items = market.filter(({ id }) => id === 'kept')
    const queries = knownItemQueries(
      items,
      market.filter(({ id }) => choice.asking.has(id)),
      choice,
      1,
    )
    const asked = Object.fromEntries(queries.map((query) => [query.class, query.query]))
    expect(asked).toMatchObject({
      title: 'Máy sấy lúa',
      'no marks': 'may say lua',
      'raw Telex': 'Mays saays luas',
      'first half as typed': 'may sa',
      'first three words': 'Máy sấy lúa',
      'English query for Vietnamese text': 'Activation function',
    })
    expect(asked['other order']?.split(' ').sort()).toEqual(['Máy', 'lúa', 'sấy'])
    const remembered = asked['four remembered words']?.split(' ') ?? []
    expect(remembered).toHaveLength(4)
    for (const word of remembered) expect(['máy', 'sấy', 'lúa', 'nguội', 'hạt', 'thóc', 'tháp']).toContain(word)
  })
})
