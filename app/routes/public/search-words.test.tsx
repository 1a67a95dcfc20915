import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { SpeechContext } from '#i18n'
import { messagesOf } from '#i18n/server'
import { everything, type Question } from '#modules/catalogue'
import { type ListedRow, ListingRow } from './listing-row.tsx'
import { Understood } from './search-understood.tsx'

function textOf(element: ReactNode, language: 'vi' | 'en' = 'vi'): string {
  return renderToStaticMarkup(
    <SpeechContext.Provider value={{ language, messages: messagesOf(language) }}>{element}</SpeechContext.Provider>,
  )
}

const row: ListedRow = {
  id: 'tech_1',
  kind: 'technology',
  language: 'vi',
  title: [{ text: 'Xử lý nước thải', hit: true }],
  snippet: [],
  card: {
    trl: 7,
    rights: [],
    price: { mode: 'open' },
    province: null,
    owner: null,
    publishedAt: 0,
    imported: false,
    updatedAt: null,
    externalId: null,
  },
}

const question: Question = { ...everything, text: 'coong nghe', filters: { kind: ['technology'] }, page: 3 }

describe('what a search says of how it understood the words', () => {
  it('shows the correction and the way to what was typed', () => {
    const text = textOf(<Understood question={question} correction="công nghệ" translations={[]} />)
    expect(text).toContain('Hiển thị kết quả cho <strong class="font-semibold">công nghệ</strong>')
    expect(text).toContain('href="/search?q=coong+nghe&amp;kind=technology&amp;exact=1"')
    expect(text).toContain('Tìm chính xác “coong nghe”')
  })

  it('names what was also searched for', () => {
    const translations = [
      { asked: 'waste water', terms: ['nước thải', 'nước xả'] },
      { asked: 'x', terms: [] },
    ]
    const text = textOf(<Understood question={question} correction={null} translations={translations} />, 'en')
    expect(text).toContain('Also searched for: nước thải, nước xả (for “waste water”)')
    expect(text).not.toContain('“x”')
  })

  it('offers the way back from the exact search, and says nothing of a plain one', () => {
    const exact = textOf(<Understood question={{ ...question, exact: true }} correction={null} translations={[]} />)
    expect(exact).toContain('href="/search?q=coong+nghe&amp;kind=technology"')
    expect(textOf(<Understood question={question} correction={null} translations={[]} />)).toBe('')
    expect(textOf(<Understood question={everything} correction="x" translations={[]} />)).toBe('')
  })
})

describe('a row of a result', () => {
  it.each([
    ['mended', 'Khớp sau khi sửa lỗi gõ'],
    ['translated', 'Khớp qua bản dịch, từ đồng nghĩa'],
    ['partial', 'Khớp một phần từ khóa'],
  ] as const)('says in words that it is %s', (match, words) => {
    expect(textOf(<ListingRow row={{ ...row, match }} />)).toContain(words)
  })

  it('says nothing of a match that is direct, or of none', () => {
    for (const plain of [row, { ...row, match: 'direct' as const }])
      expect(textOf(<ListingRow row={plain} />)).not.toMatch(/Khớp/)
  })

  it('explains each stretch of the words: how it was taken and where it stands', () => {
    const reasons: ListedRow['reasons'] = [
      { asked: 'xu', reading: 'beginning', found: 'xử', places: ['title', 'body'] },
      { asked: 'nuwowcs', reading: 'keys', found: 'nước', places: ['summary'] },
      { asked: 'thaii', reading: 'mended', found: 'thải', places: ['keywords'] },
      { asked: 'waste', reading: 'translated', found: 'chất thải', places: ['title'] },
      { asked: 'C02F 3/30', reading: 'typed', found: 'C02F 3/30', places: ['codes'] },
      { asked: 'titan', reading: 'missing', found: '', places: [] },
    ]
    const text = textOf(<ListingRow row={{ ...row, match: 'partial', reasons }} />)
    expect([...text.matchAll(/<li class="[^"]*">(“.*?)<\/li>/g)].map(([, line]) => line)).toEqual([
      '“xu” là phần đầu của “xử”: có trong tên, nội dung mô tả',
      '“nuwowcs” được hiểu là phím gõ Telex hoặc VNI của “nước”: có trong phần giới thiệu',
      '“thaii” được sửa lỗi gõ thành “thải”: có trong từ khóa',
      '“waste” được dịch là “chất thải”: có trong tên',
      '“C02F 3/30”: có trong mã, số hiệu',
      '“titan”: không có trong nội dung này',
    ])
    expect(textOf(<ListingRow row={{ ...row, reasons: null }} />)).not.toContain('Vì sao')
  })

  it('tells words that were taken alike and stand together in one line', () => {
    const line = (
      asked: string,
      reading: 'keys' | 'beginning' | 'translated',
      found: string,
      place: 'title' | 'body',
    ) => ({ asked, reading, found, places: [place] }) as const
    const reasons = [
      line('coong', 'keys', 'công', 'title'),
      line('ngheej', 'keys', 'nghệ', 'title'),
      line('thair', 'keys', 'thải', 'body'),
      line('waste', 'translated', 'chất thải', 'body'),
      line('water', 'translated', 'nước', 'body'),
      line('Tôm', 'beginning', 'tôm', 'title'),
    ]
    const text = textOf(<ListingRow row={{ ...row, reasons }} />)
    expect([...text.matchAll(/<li class="[^"]*">(“.*?)<\/li>/g)].map(([, shown]) => shown)).toEqual([
      '“coong ngheej” được hiểu là phím gõ Telex hoặc VNI của “công nghệ”: có trong tên',
      '“thair” được hiểu là phím gõ Telex hoặc VNI của “thải”: có trong nội dung mô tả',
      '“waste” được dịch là “chất thải”: có trong nội dung mô tả',
      '“water” được dịch là “nước”: có trong nội dung mô tả',
      '“Tôm”: có trong tên',
    ])
  })

  it('can be picked for comparison when it is a technology', () => {
    const pick = { form: 'compare', picked: true }
    expect(textOf(<ListingRow row={row} pick={pick} />)).toMatch(/<input[^>]*form="compare"[^>]*checked=""/)
    expect(textOf(<ListingRow row={{ ...row, kind: 'need' }} pick={pick} />)).not.toContain('<input')
  })
})
