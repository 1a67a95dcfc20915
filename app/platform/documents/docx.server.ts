import {
  AlignmentType,
  BorderStyle,
  Document as WordDocument,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  ShadingType,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { setText } from './breaking.ts'
import { columnWidths } from './columns.ts'
import {
  type Block,
  type Cell,
  cellParts,
  type Document,
  type Fact,
  type List,
  type Signature,
  type Table,
} from './document.ts'
import { colours } from './fonts.server.ts'
import { standing } from './shifted.ts'

/** Every office has this face; it has all letters of Vietnamese and figures of equal width. */
const font = 'Times New Roman'

/** Twentieths of a point, of A4. */
const page = { width: 11_906, height: 16_838, margin: 1_134 }
const textWidth = page.width - 2 * page.margin
const colour = (name: keyof typeof colours): string => colours[name].slice(1)

/** Names of our own styles, each a style that a reader can change for the whole document. */
const styles = {
  over: 'DocumentKind',
  under: 'Subtitle',
  note: 'Note',
  caution: 'Caution',
  cell: 'TableText',
  head: 'TableHeading',
}

const headingLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

/** Widths of letters of the face, roughly: for the width of columns only. */
const measures = { text: (text: string) => text.length * 92 + 40, note: (text: string) => text.length * 78 }

function runs(text: string, options: { bold?: boolean } = {}): TextRun[] {
  return setText(text)
    .split('\n')
    .flatMap((line, at) => {
      const parts = standing(line)
      return (parts.length === 0 ? [{ text: '', stand: 'level' }] : parts).map(
        (part, place) =>
          new TextRun({
            text: part.text,
            ...options,
            ...(part.stand === 'raised' && { superScript: true }),
            ...(part.stand === 'lowered' && { subScript: true }),
            ...(at > 0 && place === 0 && { break: 1 }),
          }),
      )
    })
}

function paragraph(text: string, style?: string, more: { keepNext?: boolean; bold?: boolean } = {}): Paragraph {
  return new Paragraph({
    children: runs(text, more.bold === true ? { bold: true } : {}),
    ...(style !== undefined && { style }),
    ...(more.keepNext === true && { keepNext: true }),
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const thin = { style: BorderStyle.SINGLE, size: 4, color: colour('line') } as const
const rule = { style: BorderStyle.SINGLE, size: 6, color: colour('muted') } as const
const frame = { style: BorderStyle.SINGLE, size: 8, color: colour('action') } as const

function cellOf(cell: Cell | undefined, right: boolean, width: number, strong: boolean): TableCell {
  const { text, note } = cellParts(cell)
  const alignment = right ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new TableCell({
    width: { size: Math.round(width), type: WidthType.DXA },
    ...(strong && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: colour('wash') } }),
    children: [
      new Paragraph({ style: styles.cell, alignment, children: runs(text, { bold: strong }) }),
      ...(note === '' ? [] : [new Paragraph({ style: styles.note, alignment, children: runs(note) })]),
    ],
  })
}

function tableOf(table: Table): (Paragraph | WordTable)[] {
  const widths = columnWidths(table, textWidth, measures, 200)
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      ({ heading, align }, at) =>
        new TableCell({
          width: { size: Math.round(widths[at] ?? 0), type: WidthType.DXA },
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: colour('wash') },
          children: [
            new Paragraph({
              style: styles.head,
              alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
              children: runs(heading),
            }),
          ],
        }),
    ),
  })
  const headed = table.columns.some(({ heading }) => heading !== '')
  const rows = table.rows.map(
    ({ cells, strong }) =>
      new TableRow({
        cantSplit: true,
        children: table.columns.map(({ align }, at) =>
          cellOf(cells[at], align === 'right', widths[at] ?? 0, strong === true),
        ),
      }),
  )
  return [
    ...(table.caption === null ? [] : [paragraph(table.caption, 'Caption', { keepNext: true })]),
    new WordTable({
      rows: [...(headed ? [head] : []), ...rows],
      columnWidths: widths.map(Math.round),
      width: { size: textWidth, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      borders: { top: rule, bottom: rule, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    }),
    // Two tables in a row would become one.
    paragraph('', styles.note),
  ]
}

function factsTable(rows: readonly Fact[], framed: boolean): WordTable {
  const edge = framed ? frame : none
  const widths = [textWidth * 0.3, textWidth * 0.7]
  return new WordTable({
    rows: rows.map(
      ({ term, value }) =>
        new TableRow({
          cantSplit: true,
          children: [term, value].map(
            (text, at) =>
              new TableCell({
                width: { size: Math.round(widths[at] ?? 0), type: WidthType.DXA },
                children: [paragraph(text, at === 0 ? styles.note : styles.cell)],
              }),
          ),
        }),
    ),
    columnWidths: widths.map(Math.round),
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: framed ? 120 : 0, right: 80, top: 30, bottom: 30 },
    borders: { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: none, insideVertical: none },
  })
}

function signatureOf({ heading, rows, note }: Signature): (Paragraph | WordTable)[] {
  return [
    paragraph(heading, undefined, { keepNext: true, bold: true }),
    factsTable(rows, true),
    paragraph(note ?? '', styles.note),
  ]
}

/** Each ordered list counts from one. */
function listOf({ items, ordered }: List, instance: number): Paragraph[] {
  return items.map(
    (item) =>
      new Paragraph({
        children: runs(item),
        style: 'ListParagraph',
        ...(ordered ? { numbering: { reference: 'numbers', level: 0, instance } } : { bullet: { level: 0 } }),
      }),
  )
}

function blockOf(block: Block, at: number): (Paragraph | WordTable)[] {
  switch (block.kind) {
    case 'title':
      return [
        ...(block.over === null ? [] : [paragraph(block.over, styles.over)]),
        new Paragraph({ children: runs(block.text), heading: HeadingLevel.TITLE }),
        ...(block.under === null ? [] : [paragraph(block.under, styles.under)]),
      ]
    case 'heading':
      return [
        new Paragraph({
          children: runs(block.text),
          heading: headingLevels[block.level - 1] ?? HeadingLevel.HEADING_3,
        }),
      ]
    case 'paragraph': {
      const { tone, text } = block
      if (tone === 'muted') return [paragraph(text, styles.note)]
      return [paragraph(text, tone === 'caution' ? styles.caution : undefined, { bold: tone === 'strong' })]
    }
    case 'list':
      return listOf(block, at)
    case 'facts':
      return block.rows.length === 0 ? [] : [factsTable(block.rows, false), paragraph('', styles.note)]
    case 'table':
      return tableOf(block)
    case 'signature':
      return signatureOf(block)
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })]
    // Its table says the same, and an office program can work with that.
    case 'drawing':
      return []
  }
}

/** The fields of a page's number, and what stands around them. */
function numbered(template: string): string[] {
  return template.split(/(\{pages?\})/).map((part) => {
    if (part === '{page}') return PageNumber.CURRENT
    return part === '{pages}' ? PageNumber.TOTAL_PAGES : part
  })
}

const warned = { bold: true, size: 18, color: colour('danger') }
const small = { size: 17, color: colour('muted') }

function footerOf({ footer, pageNumber }: Document): Footer {
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun({ text: setText(footer), ...small }),
          new TextRun({ children: ['\t', ...numbered(pageNumber)], ...small }),
        ],
      }),
    ],
  })
}

function headerOf(header: string): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: setText(header), ...warned })],
      }),
    ],
  })
}

/** A document for an office program: its own styles, headings, repeated headings of tables, page fields; no drawings. */
export async function docxOf(document: Document): Promise<Uint8Array> {
  const { title, language, header, blocks } = document
  // Said in each style: LibreOffice takes a height without its rule, from the defaults, as an exact one.
  const spaced = (before: number, after: number) => ({
    spacing: { before, after, line: 276, lineRule: LineRuleType.AUTO },
  })
  const headed = (size: number, before: number, after: number, shade: keyof typeof colours = 'ink') => ({
    run: { font, size, bold: true, color: colour(shade) },
    paragraph: { ...spaced(before, after), keepNext: true },
  })
  const own = (id: string, name: string, run: object, space = spaced(0, 0)) => ({
    id,
    name,
    basedOn: 'Normal',
    run,
    paragraph: space,
  })
  const word = new WordDocument({
    title: setText(title),
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: {
          run: { font, size: 22, color: colour('ink'), language: { value: language === 'vi' ? 'vi-VN' : 'en-US' } },
          paragraph: { spacing: { after: 80, line: 276, lineRule: LineRuleType.AUTO } },
        },
        title: headed(42, 160, 120),
        heading1: headed(30, 360, 120),
        heading2: headed(25, 260, 80, 'action'),
        heading3: headed(22, 200, 60),
      },
      paragraphStyles: [
        own(styles.over, 'Document kind', { bold: true, color: colour('action') }),
        own(styles.under, 'Subtitle', { color: colour('muted'), size: 24 }, spaced(0, 240)),
        own(styles.note, 'Note', { color: colour('muted'), size: 18 }),
        own(styles.caution, 'Caution', { color: colour('caution') }, spaced(80, 120)),
        own(styles.cell, 'Table text', { size: 20 }),
        own(styles.head, 'Table heading', { size: 19, bold: true }),
        {
          id: 'Caption',
          name: 'caption',
          basedOn: 'Normal',
          run: { bold: true, size: 21 },
          paragraph: spaced(200, 80),
        },
      ],
    },
    numbering: {
      config: [
        {
          reference: 'numbers',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 480, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin + 200, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        ...(header !== null && { headers: { default: headerOf(header) } }),
        footers: { default: footerOf(document) },
        children: blocks.flatMap((block, at) => blockOf(block, at)),
      },
    ],
  })
  return Packer.toBuffer(word)
}
