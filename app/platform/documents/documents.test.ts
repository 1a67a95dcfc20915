import { describe, expect, it } from 'vitest'
import {
  fontsOf,
  factsOf,
  hasPoppler,
  hasWriter,
  pagesOf,
  placeOf,
  printed,
  structureOf,
} from '../../../tests/support/pdf.ts'
import { plain, unpacked } from '../../../tests/support/spreadsheet.ts'
import { type Block, type Document, docxOf, pdfOf, shifted, type Table } from './index.server.ts'

const sentence =
  'Bản quyền được thẩm định ở mức 12,5 % doanh thu thuần; ký kết, chuyển nhượng, sở hữu: Ằ Ẳ Ẵ ằ ẳ ẵ Ở ở Ỡ ỡ Ự ự Ỹ ỹ Ỵ ỵ Đ đ.'
const header = 'Ước tính tham khảo, không phải chứng thư thẩm định giá'

function documentOf(blocks: readonly Block[], more: Partial<Document> = {}): Document {
  return {
    title: 'Báo cáo <thử> & nghiệm',
    language: 'vi',
    made: Date.UTC(2026, 10, 26, 3, 4, 5),
    header,
    footer: 'Màng lọc nano',
    pageNumber: 'Trang {page}/{pages}',
    blocks,
    ...more,
  }
}

function tableOf(count: number): Table {
  return {
    kind: 'table',
    caption: 'Bảng 1. Dòng tiền theo năm',
    columns: [
      { heading: 'Nội dung theo năm', align: 'left' },
      { heading: 'Giá trị (triệu đồng)', align: 'right' },
    ],
    rows: Array.from({ length: count }, (_, at) => ({
      cells: [{ text: `Hàng số ${at + 1}`, note: 'Σ CF_t·DF_t, ρ·(1 − τ), √Δt' }, `${at + 1}.111,1`],
      strong: at === count - 1,
    })),
  }
}

const whole: readonly Block[] = [
  { kind: 'title', over: 'Báo cáo', text: 'Màng lọc nano', under: 'Ngày 26/11/2026' },
  { kind: 'facts', rows: [{ term: 'Mục đích', value: 'Chuyển giao' }] },
  { kind: 'heading', level: 1, text: '1. Đối tượng' },
  { kind: 'paragraph', tone: 'plain', text: sentence },
  { kind: 'paragraph', tone: 'caution', text: 'Cần lưu ý.' },
  { kind: 'list', ordered: true, items: ['Một', 'Hai'] },
  tableOf(3),
  {
    kind: 'drawing',
    description: 'Ba mức giá trị',
    drawing: {
      width: 200,
      height: 100,
      shapes: [
        { kind: 'rect', x: 0, y: 0, width: 50, height: 50, colour: 'action', opacity: 0.5 },
        { kind: 'line', from: { x: 0, y: 90 }, to: { x: 200, y: 90 }, thickness: 1, colour: 'line', dash: [2, 2] },
        {
          kind: 'path',
          points: [
            { x: 0, y: 0 },
            { x: 9, y: 9 },
            { x: 0, y: 9 },
          ],
          closed: true,
          thickness: 0,
          colour: 'danger',
        },
        {
          kind: 'text',
          x: 100,
          y: 40,
          text: 'Trung vị 1.111',
          anchor: 'middle',
          size: 11,
          weight: 'semibold',
          colour: 'ink',
        },
      ],
    },
  },
  { kind: 'pageBreak' },
  { kind: 'signature', heading: 'Người ký', rows: [{ term: 'Mã băm', value: 'ab12'.repeat(16) }], note: null },
]

describe('a PDF', () => {
  it('has the same bytes for the same document', async () => {
    const [one, other] = [await pdfOf(documentOf(whole)), await pdfOf(documentOf(whole))]
    expect(Buffer.compare(one, other)).toBe(0)
    expect(Buffer.compare(one, await pdfOf(documentOf(whole, { made: 0 })))).not.toBe(0)
  })

  it.skipIf(!hasPoppler)('gives back every letter, sign and figure', async () => {
    const text = pagesOf(
      await pdfOf(documentOf([...whole, { kind: 'paragraph', tone: 'plain', text: 'ΓΣΠ ρτ√∞ₖ →← Яя' }])),
    ).join(' ')
    for (const part of [sentence, 'Σ CF_t·DF_t, ρ·(1 − τ), √Δt', '1.111,1', 'Trung vị 1.111', 'ΓΣΠ ρτ√∞ₖ →← Яя'])
      expect(text).toContain(part)
  })

  it.skipIf(!hasPoppler)('sets exponents and indices smaller, above and below the line', async () => {
    const text = `CF ${shifted('năm', 'lowered')} k ${shifted('mũ', 'raised')} hết`
    const pdf = await pdfOf(documentOf([{ kind: 'paragraph', tone: 'plain', text }], { header: null }))
    const at = (word: string) => placeOf(pdf, word)
    expect(at('mũ').bottom).toBeLessThan(at('hết').bottom - 1)
    expect(at('năm').bottom).toBeGreaterThan(at('mũ').bottom + 2)
    expect(at('mũ').height).toBeLessThan(0.8 * at('hết').height)
  })

  it.skipIf(!hasPoppler)('embeds all of its fonts and is tagged', async () => {
    const pdf = await pdfOf(documentOf(whole))
    expect(fontsOf(pdf).filter(({ embedded }) => !embedded)).toEqual([])
    expect(fontsOf(pdf).map(({ name }) => name)).toContain('BeVietnamPro-Regular')
    const facts = factsOf(pdf)
    expect(facts.get('Title')).toBe('Báo cáo <thử> & nghiệm')
    expect(facts.get('Tagged')).toBe('yes')
    expect(facts.get('Pages')).toBe('2')
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (vi-VN)')
    expect(structureOf(pdf)).toEqual(
      expect.arrayContaining([
        'Document',
        'H1',
        'H2',
        'P',
        'L',
        'LI',
        'LBody',
        'Table',
        'Caption',
        'THead',
        'TH',
        'TD',
        'Figure',
      ]),
    )
  })

  it('escapes its title where it is written as XML', async () => {
    const pdf = Buffer.from(await pdfOf(documentOf(whole))).toString('utf8')
    expect(pdf).toContain('Báo cáo &lt;thử&gt; &amp; nghiệm</rdf:li>')
  })

  it.skipIf(!hasPoppler)('breaks a long table over pages with its headings and the header on each', async () => {
    const pages = pagesOf(await pdfOf(documentOf([tableOf(120)])))
    expect(pages.length).toBeGreaterThan(3)
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(header)
      expect(page).toContain('Nội dung theo năm')
      expect(page).toContain(`Trang ${at + 1}/${pages.length}`)
      // A row's text and its note stay on one page.
      expect(page.match(/Hàng số/g)?.length).toBe(page.match(/Σ CF_t/g)?.length)
    }
    const rows = pages.join(' ').match(/Hàng số \d+/g)
    expect(rows).toEqual(Array.from({ length: 120 }, (_, at) => `Hàng số ${at + 1}`))
  })

  it.skipIf(!hasPoppler)('splits a row that fits on no page and goes on after it', async () => {
    const table = tableOf(2)
    const words = Array.from({ length: 3000 }, (_, at) => `từ${at}`).join(' ')
    const long = { ...table, rows: [...table.rows, { cells: ['Dài', words] }, { cells: ['Cuối', '1'] }] }
    const text = pagesOf(await pdfOf(documentOf([long]))).join(' ')
    expect(new Set(text.match(/từ\d+/g)).size).toBe(3000)
    expect(text).toContain('Cuối')
  })

  it.skipIf(!hasPoppler)('leaves no heading alone at the end of a page', async () => {
    for (let lines = 33; lines < 45; lines += 2) {
      const filler = Array.from({ length: lines }, (): Block => ({
        kind: 'paragraph',
        tone: 'plain',
        text: 'Một dòng.',
      }))
      const blocks: Block[] = [
        ...filler,
        { kind: 'heading', level: 1, text: 'Chương chính' },
        { kind: 'heading', level: 2, text: 'Mục nhỏ' },
        tableOf(30),
      ]
      const page = pagesOf(await pdfOf(documentOf(blocks))).find((one) => one.includes('Chương chính'))
      expect(page).toContain('Mục nhỏ')
      expect(page).toContain('Hàng số 1')
    }
  })

  it('takes an empty document and empty parts', async () => {
    const empty: Block[] = [
      { kind: 'paragraph', tone: 'plain', text: '' },
      { kind: 'table', caption: null, columns: [{ heading: '', align: 'left' }], rows: [] },
      { kind: 'facts', rows: [] },
      { kind: 'list', ordered: false, items: [] },
    ]
    for (const blocks of [[], empty]) {
      expect((await pdfOf(documentOf(blocks, { header: null }))).length).toBeGreaterThan(500)
      expect((await docxOf(documentOf(blocks, { header: null }))).length).toBeGreaterThan(500)
    }
  })
})

describe('a DOCX', () => {
  const partsOf = async () => unpacked(Buffer.from(await docxOf(documentOf(whole))))

  it('holds the words in styles, with header, footer and page fields', async () => {
    const parts = await partsOf()
    const text = plain((parts.get('word/document.xml') ?? '').replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, ''))
    expect(text.replaceAll('\u00a0', ' ')).toContain(sentence)
    expect(parts.get('word/document.xml')).toMatch(/<w:tblHeader\/>/)
    for (const style of ['Title', 'Heading1', 'Caption', 'Caution'])
      expect(parts.get('word/document.xml')).toContain(`w:val="${style}"`)
    expect(parts.get('word/header1.xml')).toContain(header)
    expect(parts.get('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s)
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="vi-VN"/>')
    // Without its rule a height is an exact one to some office programs, and two lines of a title overlap.
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Caption'])
      expect(
        new RegExp(`w:styleId="${style}".*?</w:style>`, 's').exec(parts.get('word/styles.xml') ?? '')?.[0],
      ).toContain('w:lineRule="auto"')
  })

  it('sets exponents and indices above and below the line', async () => {
    const text = `PV${shifted('t', 'lowered')} = CF·(1 + k)${shifted('−t', 'raised')}`
    const parts = unpacked(Buffer.from(await docxOf(documentOf([{ kind: 'paragraph', tone: 'plain', text }]))))
    const document = parts.get('word/document.xml') ?? ''
    expect(document).toMatch(/<w:vertAlign w:val="subscript"\/><\/w:rPr><w:t[^>]*>t<\/w:t>/)
    expect(document).toMatch(/<w:vertAlign w:val="superscript"\/><\/w:rPr><w:t[^>]*>−t<\/w:t>/)
    expect(document).not.toMatch(/[\ue000-\ue002]/)
  })

  it('leaves drawings to their tables', async () => {
    expect([...(await partsOf()).keys()].filter((name) => name.startsWith('word/media'))).toEqual([])
  })

  it.skipIf(!hasWriter)(
    'opens in LibreOffice (left out where that is not installed)',
    async () => {
      const pages = pagesOf(printed(await docxOf(documentOf([...whole, tableOf(80)]))))
      expect(pages.join(' ')).toContain(sentence.slice(0, 60))
      for (const page of pages) expect(page).toContain(header)
      expect(pages.at(-1)).toContain('Nội dung theo năm')
      expect(pages[0]).toContain(`Trang 1/${pages.length}`)
    },
    120_000,
  )
})
