import { type Drawing, type Shape } from '#kernel'
import {
  type Block,
  type Document,
  type Fact,
  type Figure,
  type Heading,
  type List,
  type Signature,
  type Table,
} from './document.ts'
import { colours, type Style } from './fonts.server.ts'
import { type Line, Paper } from './paper.server.ts'
import { drawTable, leastOfTable } from './table.server.ts'
import { setText } from './breaking.ts'

const body: Style = { face: 'regular', size: 9.5, colour: 'ink' }
const bodyLine = 14.5
const muted: Style = { face: 'regular', size: 8.5, colour: 'muted' }
const tones = {
  plain: body,
  muted,
  strong: { ...body, face: 'semibold' },
  caution: { ...body, size: 9, colour: 'caution' },
} as const satisfies Record<string, Style>

const headings = {
  1: { style: { face: 'semibold', size: 14, colour: 'ink' }, line: 19, before: 20, after: 7, tag: 'H2' },
  2: { style: { face: 'semibold', size: 11, colour: 'action' }, line: 15.5, before: 15, after: 5, tag: 'H3' },
  3: { style: { face: 'semibold', size: 9.5, colour: 'ink' }, line: 14, before: 11, after: 3, tag: 'H4' },
} as const

const termWidth = 0.3
const factGap = 12
const framePadding = 12

/** A part of the outline that headings below it belong to. */
interface Entry {
  level: number
  item: PDFKit.PDFOutline
}

class Writer {
  private readonly paper: Paper
  private readonly outline: Entry[]

  constructor(paper: Paper) {
    this.paper = paper
    this.outline = [{ level: 0, item: paper.doc.outline }]
  }

  async blocks(blocks: readonly Block[]): Promise<void> {
    for (const [at, block] of blocks.entries()) {
      await this.paper.breathe()
      if (block.kind === 'table') await this.table(block)
      else this.block(block, blocks.slice(at + 1, at + 4))
    }
  }

  private async table(table: Table): Promise<void> {
    this.paper.skip(9)
    await drawTable(this.paper, table)
    this.paper.y += 4
  }

  private block(block: Exclude<Block, Table>, following: readonly Block[]): void {
    const { paper } = this
    switch (block.kind) {
      case 'title':
        this.title(block.text, block.over, block.under)
        return
      case 'heading':
        this.heading(block, following)
        return
      case 'paragraph':
        this.paragraph(block.text, tones[block.tone], block.tone === 'caution')
        return
      case 'list':
        this.list(block)
        return
      case 'facts':
        paper.skip(5)
        this.facts(block.rows, paper.left, paper.width)
        return
      case 'drawing':
        this.figure(block)
        return
      case 'signature':
        this.signature(block)
        return
      case 'pageBreak':
        if (!paper.atTop) paper.turn()
    }
  }

  private title(text: string, over: string | null, under: string | null): void {
    const { paper } = this
    const style: Style = { face: 'semibold', size: 21, colour: 'ink' }
    const overStyle: Style = { face: 'semibold', size: 10, colour: 'action' }
    const underStyle: Style = { face: 'regular', size: 11, colour: 'muted' }
    paper.decorate((doc) => doc.rect(paper.left, paper.y, 48, 3).fill(colours.action))
    paper.y += 16
    if (over !== null) {
      this.run('P', paper.lines(over, paper.width, overStyle), 15)
      paper.y += 4
    }
    this.run('H1', paper.lines(text, paper.width, style), 28)
    if (under !== null) {
      paper.y += 4
      this.run('P', paper.lines(under, paper.width, underStyle), 16)
    }
    paper.y += 10
  }

  /** Lines of one element, never one of them alone at the end or the top of a page. */
  private run(
    tag: string,
    lines: readonly Line[],
    height: number,
    from = this.paper.left,
    parent = this.paper.root,
  ): void {
    const { paper } = this
    const element = paper.element(tag, parent)
    let left = lines
    while (left.length > 0) {
      let fitting = Math.floor(paper.room / height)
      if (fitting < left.length) {
        if (left.length - fitting < 2) fitting = left.length - 2
        if (fitting < 2 && !paper.atTop) {
          paper.turn()
          continue
        }
      }
      const part = left.slice(0, Math.max(1, fitting))
      element.add(() => {
        for (const { text, style } of part) {
          paper.type.draw(text, from, paper.y + height * 0.72, style)
          paper.y += height
        }
      })
      left = left.slice(part.length)
      if (left.length > 0) paper.turn()
    }
    element.end()
  }

  /** How much of a block a heading wants below itself on its page. */
  private leastOf(block: Block | undefined, following: readonly Block[]): number {
    const { paper } = this
    switch (block?.kind) {
      case 'heading': {
        const { style, line, before, after } = headings[block.level]
        const own = before + after + line * paper.lines(block.text, paper.width, style).length
        return own + this.leastOf(following[0], following.slice(1))
      }
      case 'drawing':
        return this.scaled(block.drawing).height + 12
      case 'table':
        return leastOfTable + 9
      case 'signature':
        return this.frame(block).height + 10
      case 'pageBreak':
      case undefined:
        return 0
      default:
        return 3 * bodyLine
    }
  }

  private heading({ level, text }: Heading, following: readonly Block[]): void {
    const { paper } = this
    const { style, line, before, after, tag } = headings[level]
    const lines = paper.lines(text, paper.width, style)
    paper.skip(before)
    paper.ensure(lines.length * line + after + this.leastOf(following[0], following.slice(1)))
    while ((this.outline.at(-1)?.level ?? 0) >= level) this.outline.pop()
    const parent = this.outline.at(-1)?.item ?? paper.doc.outline
    // The types know less of where an entry leads than the library does.
    const options = { expanded: level === 1, top: paper.y, left: 595 } as { expanded: boolean }
    this.outline.push({ level, item: parent.addItem(setText(text), options) })
    this.run(tag, lines, line)
    paper.y += after
  }

  private paragraph(text: string, style: Style, barred: boolean): void {
    const { paper } = this
    const height = bodyLine * (style.size / body.size)
    paper.skip(4)
    if (!barred) {
      this.run('P', paper.lines(text, paper.width, style), height)
      return
    }
    const lines = paper.lines(text, paper.width - 12, style)
    if (lines.length * height < paper.wholePage) paper.ensure(lines.length * height)
    const top = paper.y
    paper.decorate((doc) =>
      doc.rect(paper.left, top, 2, Math.min(paper.room, lines.length * height)).fill(colours.caution),
    )
    this.run('P', lines, height, paper.left + 12)
  }

  private list({ items, ordered }: List): void {
    const { paper } = this
    const list = paper.element('L')
    const indent = ordered ? 20 : 13
    for (const [at, item] of items.entries()) {
      const lines = paper.lines(item, paper.width - indent, body)
      paper.skip(3)
      paper.ensure(Math.min(2, lines.length) * bodyLine)
      const entry = paper.element('LI', list)
      const label = ordered ? `${String(at + 1)}.` : '•'
      const top = paper.y
      paper.element('Lbl', entry).add(() => {
        paper.type.draw(label, paper.left + (ordered ? 2 : 3), top + bodyLine * 0.72, body)
      })
      this.run('LBody', lines, bodyLine, paper.left + indent, entry)
      entry.end()
    }
    list.end()
  }

  /** Terms and values side by side, the values in a column. */
  private facts(rows: readonly Fact[], from: number, width: number): void {
    const { paper } = this
    const table = paper.element('Table')
    const term = width * termWidth
    for (const fact of rows) {
      const names = paper.lines(fact.term, term, { ...body, size: 9, colour: 'muted' })
      const values = paper.lines(fact.value, width - term - factGap, body)
      paper.ensure(Math.min(4, Math.max(names.length, values.length)) * bodyLine + 2)
      const row = paper.element('TR', table)
      const top = paper.y
      const header = paper.element('TH', row, { scope: 'Row' })
      header.add(() => {
        for (const [at, { text, style }] of names.entries())
          paper.type.draw(text, from, top + bodyLine * (at + 0.72), style)
      })
      const page = paper.doc.page
      this.run('TD', values, bodyLine, from + term + factGap, row)
      if (paper.doc.page === page) paper.y = Math.max(paper.y, top + names.length * bodyLine)
      paper.y += 2
      row.end()
    }
    table.end()
  }

  private scaled({ width, height }: Drawing): { by: number; height: number } {
    const { paper } = this
    const by = Math.min(paper.width / width, (paper.wholePage - 30) / height)
    return { by, height: height * by }
  }

  private figure({ drawing, description }: Figure): void {
    const { paper } = this
    const { by, height } = this.scaled(drawing)
    paper.skip(8)
    paper.ensure(height)
    const { doc } = paper
    const top = paper.y
    paper.element('Figure', paper.root, { alt: setText(description) }).add(() => {
      doc.save()
      doc.translate(paper.left, top).scale(by)
      for (const shape of drawing.shapes) this.shape(shape)
      doc.restore()
    })
    paper.y += height + 4
  }

  private shape(shape: Shape): void {
    const { doc, type } = this.paper
    const colour = colours[shape.colour]
    const { opacity = 1 } = shape
    switch (shape.kind) {
      case 'rect':
        doc.rect(shape.x, shape.y, shape.width, shape.height).fillColor(colour, opacity).fill()
        return
      case 'text': {
        const style: Style = { face: shape.weight, size: shape.size, colour: shape.colour, tabular: true }
        const text = setText(shape.text)
        const width = type.width(text, style)
        const x = shape.anchor === 'start' ? shape.x : shape.anchor === 'middle' ? shape.x - width / 2 : shape.x - width
        type.draw(text, x, shape.y, style, opacity)
        return
      }
      default: {
        const points = shape.kind === 'line' ? [shape.from, shape.to] : shape.points
        const [first = { x: 0, y: 0 }, ...others] = points
        doc.moveTo(first.x, first.y)
        for (const { x, y } of others) doc.lineTo(x, y)
        if (shape.kind === 'path' && shape.closed === true) doc.closePath().fillColor(colour, opacity).fill()
        else {
          if (shape.dash) doc.dash(shape.dash[0] ?? 1, { space: shape.dash[1] ?? shape.dash[0] ?? 1 })
          doc.lineWidth(shape.thickness).strokeColor(colour, opacity).stroke()
          if (shape.dash) doc.undash()
        }
      }
    }
  }

  /** How high the frame of a signature is. */
  private frame({ heading, rows, note }: Signature): { height: number } {
    const { paper } = this
    const width = paper.width - 2 * framePadding
    const term = width * termWidth
    const lines = rows.reduce(
      (so, fact) =>
        so +
        bodyLine *
          Math.max(
            paper.lines(fact.term, term, { ...body, size: 9 }).length,
            paper.lines(fact.value, width - term - factGap, body).length,
          ) +
        2,
      0,
    )
    const headed = paper.lines(heading, width, headings[2].style).length * headings[2].line + 6
    const noted = note === null ? 0 : paper.lines(note, width, muted).length * 12.5 + 6
    return { height: headed + lines + noted + 2 * framePadding }
  }

  private signature(signature: Signature): void {
    const { paper } = this
    const { height } = this.frame(signature)
    paper.skip(10)
    paper.ensure(Math.min(height, paper.wholePage))
    const top = paper.y
    const left = paper.left + framePadding
    const width = paper.width - 2 * framePadding
    if (height <= paper.room)
      paper.decorate((doc) => doc.rect(paper.left, top, paper.width, height).lineWidth(0.8).stroke(colours.action))
    paper.y += framePadding
    this.run('P', paper.lines(signature.heading, width, headings[2].style), headings[2].line, left)
    paper.y += 6
    this.facts(signature.rows, left, width)
    if (signature.note !== null) {
      paper.y += 6
      this.run('P', paper.lines(signature.note, width, muted), 12.5, left)
    }
    paper.y += framePadding
  }
}

/**
 * A document as a tagged PDF on A4: structure, language, outline, repeated headings of tables, and a header and a number
 * on every page. The same document gives the same bytes.
 */
export async function pdfOf(document: Document): Promise<Uint8Array> {
  const paper = new Paper(document)
  await new Writer(paper).blocks(document.blocks)
  return paper.finished()
}
