import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileSchema } from '#modules/technologies'
import { needSchema } from '#modules/needs'
import { amountOf, dayOf, leadOf, levelOf } from './cells.ts'
import { guessMapping } from './fields.ts'
import { provinceNamed, provinceOfPlace } from './reference/places.ts'
import { fieldsOfCategory } from './reference/subjects.ts'
import { judgeRow, type RowRules, withRow } from './row.ts'

const columns = [
  'id',
  'title',
  'summary',
  'description',
  'keywords',
  'category',
  'trl',
  'price',
  'place',
  'lang',
  'ipc',
]
const rules: RowRules = {
  kind: 'technology',
  mapping: guessMapping(columns, 'technology'),
  language: 'vi',
  source: 'Danh mục 2026',
  licence: 'CC BY 4.0',
}

const judged = (cells: Record<string, unknown>, more: Partial<RowRules> = {}) => {
  const result = judgeRow(cells, { ...rules, ...more })
  if (!result.ok) throw new Error(`refused: ${String(result.field)} ${result.fault.code}`)
  return { ...result.row, profile: profileSchema.parse(withRow('technology', {}, result.row.given)) }
}
const refusal = (cells: Record<string, unknown>, more: Partial<RowRules> = {}) => {
  const result = judgeRow(cells, { ...rules, ...more })
  return result.ok ? null : { field: result.field, code: result.fault.code }
}

describe('guessing columns', () => {
  it.each([
    [
      ['Mã', 'Tên công nghệ', 'Tóm tắt', 'Mô tả', 'Từ khoá', 'Lĩnh vực', 'Tỉnh'],
      'technology',
      ['id', 'title', 'summary', 'description', 'keywords', 'category', 'province'],
    ],
    [
      ['MA_SO', 'TIEU-DE', 'Abstract', 'Ngân sách', 'Thời hạn'],
      'need',
      ['id', 'title', 'summary', 'budget', 'neededOn'],
    ],
    [
      ['id', 'title', 'summary', 'licence', 'source', 'url', 'lang', 'owner'],
      'need',
      ['id', 'title', 'summary', 'owner', 'source', 'licence', 'url', 'lang'],
    ],
    [['colour', 'weight'], 'technology', []],
  ] as const)('%j of a %s', (names, kind, fields) => {
    expect(Object.keys(guessMapping(names, kind)).sort()).toEqual([...fields].sort())
  })

  it('gives a column to one field only and a technology no budget', () => {
    const mapping = guessMapping(['Tên', 'Ngân sách', 'Tên công nghệ'], 'technology')
    expect(mapping).toEqual({ title: 'Tên công nghệ' })
  })
})

describe('values', () => {
  it.each([
    ['1.200.000.000 ₫', 1_200_000_000],
    ['1,200,000', 1_200_000],
    ['350000000 đồng', 350_000_000],
    ['1.5', null],
    ['1,20', null],
    ['1.200.00', null],
    ['-5', null],
    ['1e9', null],
  ])('amount %s', (text, amount) => {
    const read = amountOf(text)
    expect(read.ok ? read.value : null).toBe(amount)
  })

  it.each([
    ['7', 7],
    ['TRL 7', 7],
    ['trl9', 9],
    ['10', null],
    ['0', null],
    ['cao', null],
  ])('level %s', (text, level) => {
    const read = levelOf(text)
    expect(read.ok ? read.value : null).toBe(level)
  })

  it.each([
    ['2026-11-22', '2026-11-22'],
    ['22/11/2026', '2026-11-22'],
    ['3.2.2027', '2027-02-03'],
    ['31/02/2026', null],
    ['11/22/2026', null],
    ['mai', null],
  ])('day %s', (text, day) => {
    const read = dayOf(text)
    expect(read.ok ? read.value : null).toBe(day)
  })

  it.each([
    ['Bình Định', '52'],
    ['tinh binh dinh', '52'],
    ['Tỉnh Trà Vinh (cũ)', '86'],
    ['TP. Hồ Chí Minh', '79'],
    ['Bà Rịa - Vũng Tàu', '79'],
    ['Thừa Thiên Huế', '46'],
    ['52', '52'],
    ['Paris', null],
  ])('province %s', (name, code) => {
    expect(provinceNamed(name)).toBe(code)
  })

  it.each([
    ['Xã Thông Hòa, huyện Cầu Kè, tỉnh Trà Vinh (cũ)', '86'],
    ['Phường Quy Nhơn, Gia Lai, Việt Nam', '52'],
    ['1 Đại Cồ Việt - Hà Nội', '01'],
    ['KCN Phú Mỹ, Bà Rịa - Vũng Tàu', '79'],
    ['Số 52', null],
    ['12, 52', null],
    ['', null],
  ])('place %s', (place, code) => {
    expect(provinceOfPlace(place)).toBe(code)
  })

  it('knows fields by code, by name in both languages and by the tables, and nothing else', () => {
    expect(fieldsOfCategory('207')).toEqual(['207'])
    expect(fieldsOfCategory('kỹ thuật môi trường')).toEqual(['207'])
    expect(fieldsOfCategory('Environmental engineering')).toEqual(['207'])
    expect(fieldsOfCategory('Data & Image Processing')).toEqual(['102'])
    expect(fieldsOfCategory('Department of Defense')).toEqual([])
  })

  it('takes whole sentences as a lead, never more than fits, always from the beginning', () => {
    expect(leadOf('Một câu dài đủ bốn mươi ký tự ở ngay đây nhé. Câu hai rất dài.', 50)).toBe(
      'Một câu dài đủ bốn mươi ký tự ở ngay đây nhé.',
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 20, max: 120 }), (text, longest) => {
        const lead = leadOf(text, longest)
        const line = text.replace(/\s+/g, ' ')
        return lead.length <= longest && (lead === line || line.startsWith(lead.replace(/…$/, '')))
      }),
    )
  })
})

describe('a row', () => {
  it('becomes a profile with its provenance', () => {
    const { profile, notes } = judged({
      id: 'A-1',
      title: 'Máy sấy',
      summary: 'Tóm tắt ngắn.',
      description: 'Mô tả dài.',
      keywords: ['sấy', 'dược liệu'],
      category: 'Xử lý môi trường',
      trl: 'TRL 7',
      price: '1.200.000.000',
      place: 'Quy Nhơn, Bình Định',
      ipc: 'c02f 3/30; F26B',
    })
    expect(profile.texts.vi).toMatchObject({ title: 'Máy sấy', teaser: 'Tóm tắt ngắn.', solution: 'Mô tả dài.' })
    expect(profile).toMatchObject({
      fields: ['207'],
      province: '52',
      ipc: ['C02F 3/30', 'F26B'],
      readiness: { claimed: 7 },
      price: { mode: 'asking', amount: 1_200_000_000, currency: 'VND' },
      provenance: { source: 'Danh mục 2026', licence: 'CC BY 4.0' },
      keywords: { vi: ['sấy', 'dược liệu', 'Xử lý môi trường'] },
    })
    expect(notes).toEqual(['field_from_category', 'category_as_keyword'])
  })

  it('keeps a summary whole that is longer than its field', () => {
    const summary = `${'Một câu có nội dung. '.repeat(60).trim()} Hết.`
    const { profile, notes } = judged({ title: 'A', summary, description: 'Thêm.' })
    expect(profile.texts.vi.solution).toBe(`${summary}\n\nThêm.`)
    expect(profile.texts.vi.teaser.length).toBeLessThanOrEqual(500)
    expect(notes).toContain('summary_moved')
  })

  it('keeps keywords beyond the list in the text', () => {
    const keywords = Array.from({ length: 18 }, (_, index) => `từ ${String(index)}`)
    const { profile } = judged({ title: 'A', keywords: [...keywords, 'x'.repeat(70)] })
    expect(profile.keywords.vi).toHaveLength(15)
    for (const keyword of [...keywords.slice(15), 'x'.repeat(70)]) expect(profile.texts.vi.solution).toContain(keyword)
  })

  it('leaves HTML and formulas as text', () => {
    const { profile } = judged({ title: '<script>alert(1)</script>', summary: '=HYPERLINK("x")' })
    expect(profile.texts.vi.title).toBe('<script>alert(1)</script>')
    expect(profile.texts.vi.teaser).toBe('=HYPERLINK("x")')
  })

  it('composes decomposed marks', () => {
    expect(judged({ title: 'Máy sấy'.normalize('NFD') }).title).toBe('Máy sấy'.normalize('NFC'))
  })

  it('takes the price of a US technology in cents and an agreed price as open', () => {
    expect(judged({ title: 'A', price: '1,200 USD' }).profile.price).toMatchObject({ amount: 120_000, currency: 'USD' })
    expect(judged({ title: 'A', price: 'Thỏa thuận' }).profile.price).toEqual({ mode: 'open' })
  })

  it.each([
    ['no title', { summary: 'x' }, 'title', 'row.required'],
    ['an empty title', { title: '  ' }, 'title', 'row.required'],
    ['a title too long', { title: 'a'.repeat(301) }, 'title', 'row.too_long'],
    ['a title that is an object', { title: { a: 1 } }, 'title', 'row.wrong_type'],
    ['a title that is true', { title: true }, 'title', 'row.wrong_type'],
    ['NUL', { title: 'a\u0000b' }, 'title', 'row.characters'],
    ['half a character', { title: 'a', summary: '\ud800' }, 'summary', 'row.characters'],
    ['a cell of ten megabytes', { title: 'a', summary: 'x'.repeat(10_000_000) }, 'summary', 'row.cell_too_long'],
    ['text that fits nowhere', { title: 'a', summary: 'x'.repeat(8001) }, 'summary', 'row.too_long'],
    ['an unclear price', { title: 'a', price: '1.5 tỷ' }, 'price', 'row.amount'],
    ['no such level', { title: 'a', trl: '12' }, 'trl', 'row.trl'],
    ['an unknown language', { title: 'a', lang: 'fr' }, 'lang', 'row.language'],
    ['a wrong IPC symbol', { title: 'a', ipc: 'ABC' }, 'ipc', 'row.ipc'],
    ['nested keywords', { title: 'a', keywords: [['b']] }, 'keywords', 'row.wrong_type'],
  ])('is refused for %s', (_what, cells, field, code) => {
    expect(refusal(cells)).toEqual({ field, code })
  })

  it('is never more than refused, whatever the cells hold', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...columns), fc.anything({ maxDepth: 2 })), (cells) => {
        const result = judgeRow(cells, rules)
        return result.ok ? profileSchema.safeParse(withRow('technology', {}, result.row.given)).success : true
      }),
      { numRuns: 400 },
    )
  })

  it('changes of a present listing only what it gives', () => {
    const present = profileSchema.parse({
      texts: { vi: { title: 'Cũ', advantages: 'Ưu điểm của chủ', teaser: 'Cũ' } },
      rights: [{ type: 'trade_secret' }],
    })
    const { given } = judged({ title: 'Mới' })
    const merged = profileSchema.parse(withRow('technology', present, given))
    expect(merged.texts.vi).toMatchObject({ title: 'Mới', advantages: 'Ưu điểm của chủ', teaser: 'Cũ' })
    expect(merged.rights).toHaveLength(1)
  })

  it('becomes a need with its budget', () => {
    const result = judgeRow(
      { title: 'Cần máy', tt: 'Mô tả', from: '1.000.000', to: '2.000.000', on: '22/11/2026' },
      {
        ...rules,
        kind: 'need',
        mapping: { title: 'title', summary: 'tt', budgetFrom: 'from', budget: 'to', neededOn: 'on' },
      },
    )
    const need = result.ok ? needSchema.parse(withRow('need', {}, result.row.given)) : null
    expect(need).toMatchObject({
      texts: { vi: { title: 'Cần máy', wanted: 'Mô tả' } },
      budget: { from: 1_000_000, to: 2_000_000, currency: 'VND' },
      neededOn: '2026-11-22',
    })
  })
})
