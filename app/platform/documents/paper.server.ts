import PDFDocument from 'pdfkit'
import { type Document } from './document.ts'
import { colours, type Style, Type } from './fonts.server.ts'
import { linesOf, setText } from './breaking.ts'

export type Element = PDFKit.PDFStructureElement

/** Points. A4 with margins that leave a line of about 95 letters. */
const page = { width: 595.28, height: 841.89, left: 56, right: 56, top: 68, bottom: 64 }

/** Milliseconds for which nothing else of the process runs. */
const longestTurn = 10

const small: Style = { face: 'regular', size: 7.5, colour: 'muted' }
const warned: Style = { face: 'semibold', size: 8, colour: 'danger' }

/** A line of text as it is drawn. */
export interface Line {
  text: string
  style: Style
}

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What pdfkit writes as XML without escaping it; its types leave it out. */
interface Metadata {
  endMetadata: () => void
}

function openedPdf({ title, language, made }: Document): PDFKit.PDFDocument {
  const name = setText(title)
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: language === 'vi' ? 'vi-VN' : 'en-US',
    info: { Title: name, CreationDate: new Date(made), Producer: 'pdfkit', Creator: 'pdfkit' },
  })
  const metadata = doc as unknown as Metadata
  const write = metadata.endMetadata.bind(doc)
  metadata.endMetadata = () => {
    doc.info.Title = name.replace(/[&<>]/g, (sign) => markup[sign] ?? sign)
    write()
  }
  return doc
}

/** Pages under the pen: where on the page we are, how much room is left, and what everything belongs to. */
export class Paper {
  readonly doc: PDFKit.PDFDocument
  readonly type: Type
  readonly left = page.left
  readonly width = page.width - page.left - page.right
  /** What the document's elements hang on. */
  readonly root: Element
  y = page.top
  private readonly document: Document
  private breathed = performance.now()

  constructor(document: Document) {
    this.document = document
    this.doc = openedPdf(document)
    this.type = new Type(this.doc)
    this.root = this.doc.struct('Document')
    this.doc.addStructure(this.root)
    this.turn()
  }

  /** Points left on the page. */
  get room(): number {
    return page.height - page.bottom - this.y
  }

  /** Points on a whole page. */
  get wholePage(): number {
    return page.height - page.bottom - page.top
  }

  get atTop(): boolean {
    return this.y === page.top
  }

  /** Lets others have their turn: a long document takes seconds. */
  async breathe(): Promise<void> {
    if (performance.now() - this.breathed < longestTurn) return
    await new Promise((resolve) => setImmediate(resolve))
    this.breathed = performance.now()
  }

  turn(): void {
    this.doc.addPage()
    this.y = page.top
  }

  /** Turns the page where less than `height` is left of it. */
  ensure(height: number): void {
    if (this.room < height && !this.atTop) this.turn()
  }

  /** Space between blocks, which no page begins with. */
  skip(height: number): void {
    if (!this.atTop) this.y += height
  }

  lines(text: string, width: number, style: Style): Line[] {
    return linesOf(setText(text), width, (part) => this.type.width(part, style)).map((line) => ({ text: line, style }))
  }

  /** A new element of the document's structure. */
  element(kind: string, parent: Element = this.root, options: { alt?: string; scope?: string } = {}): Element {
    const element = this.doc.struct(kind, options)
    parent.add(element)
    return element
  }

  /** Draws what says nothing: rules and fields of colour. */
  decorate(draw: (doc: PDFKit.PDFDocument) => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    this.doc.save()
    draw(this.doc)
    this.doc.restore()
    this.doc.endMarkedContent()
  }

  rule(y: number, { from = this.left, width = this.width, thickness = 0.5, colour = colours.line } = {}): void {
    this.decorate((doc) =>
      doc
        .moveTo(from, y)
        .lineTo(from + width, y)
        .lineWidth(thickness)
        .stroke(colour),
    )
  }

  private furnish(at: number, count: number): void {
    const { header, footer, pageNumber } = this.document
    const { type, left, width } = this
    const right = (text: string, baseline: number, style: Style) => {
      type.draw(text, left + width - type.width(text, style), baseline, style)
    }
    this.doc.switchToPage(at)
    this.decorate((doc) => {
      if (header !== null) {
        const [line] = this.lines(header, width, warned)
        const text = line?.text ?? ''
        type.draw(text, left + (width - type.width(text, warned)) / 2, 40, warned)
        doc
          .moveTo(left, 48)
          .lineTo(left + width, 48)
          .lineWidth(0.5)
          .stroke(colours.line)
      }
      const foot = page.height - 40
      doc
        .moveTo(left, foot - 12)
        .lineTo(left + width, foot - 12)
        .lineWidth(0.5)
        .stroke(colours.line)
      const number = setText(pageNumber.replace('{page}', String(at + 1)).replace('{pages}', String(count)))
      const [line] = this.lines(footer, width - type.width(number, small) - 12, small)
      type.draw(line?.text ?? '', left, foot, small)
      right(number, foot, small)
    }, 'Pagination')
  }

  /** The bytes, with headers and footers now that the pages are counted. */
  async finished(): Promise<Uint8Array> {
    this.root.end()
    const { count } = this.doc.bufferedPageRange()
    for (let at = 0; at < count; at += 1) {
      this.furnish(at, count)
      await this.breathe()
    }
    const chunks: Buffer[] = []
    this.doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    const ended = new Promise<void>((resolve, reject) => {
      this.doc.on('end', resolve)
      this.doc.on('error', reject)
    })
    this.doc.end()
    await ended
    return Buffer.concat(chunks)
  }
}
