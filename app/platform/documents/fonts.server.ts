import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type ColourRole } from '#kernel'
import { figures, semiboldFigures, signs } from './glyphs.server.ts'

const resolve = createRequire(import.meta.url).resolve

/** Files of the typefaces, read when the first document is set. */
const sources = {
  regular: () => readFileSync(resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf')),
  semibold: () => readFileSync(resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf')),
  italic: () =>
    readFileSync(resolve('@expo-google-fonts/be-vietnam-pro/400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf')),
  figures: () => Buffer.from(figures, 'base64'),
  semiboldFigures: () => Buffer.from(semiboldFigures, 'base64'),
  signs: () => Buffer.from(signs, 'base64'),
} as const satisfies Record<string, () => Buffer>
export type Font = keyof typeof sources

const read: Partial<Record<Font, Buffer>> = {}

function fileOf(font: Font): Buffer {
  return (read[font] ??= sources[font]())
}

/** Paper has one theme: the colours of app/ui/tokens.css in the light. */
export const colours: Readonly<Record<ColourRole, string>> = {
  ink: '#1b2326',
  muted: '#56615f',
  action: '#0a5c50',
  wash: '#f2f0ea',
  line: '#d8d6ce',
  danger: '#a3352a',
  caution: '#7a5200',
  raised: '#ffffff',
}

export interface Style {
  readonly face: 'regular' | 'semibold' | 'italic'
  /** Points. */
  readonly size: number
  readonly colour: ColourRole
  /** Whether all digits are equally wide, so that figures stand under each other. */
  readonly tabular?: boolean
}

interface Run {
  font: Font
  text: string
}

/** What pdfkit keeps of a font that is set; its types leave it out. */
interface Opened {
  _font: { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } }
}

/** Texts measured and drawn, each letter from the first typeface that has it. */
export class Type {
  private readonly doc: PDFKit.PDFDocument
  private readonly known = new Map<string, boolean>()

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc
    for (const font of Object.keys(sources) as Font[]) doc.registerFont(font, fileOf(font))
  }

  private has(font: Font, letter: string): boolean {
    const key = `${font} ${letter}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const { font: file } = (this.doc.font(font) as unknown as Opened)._font
    const found = file.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
    this.known.set(key, found)
    return found
  }

  private fontOf(letter: string, { face, tabular }: Style): Font {
    if (tabular === true && face !== 'italic' && letter >= '0' && letter <= '9')
      return face === 'semibold' ? 'semiboldFigures' : 'figures'
    return !this.has(face, letter) && this.has('signs', letter) ? 'signs' : face
  }

  private runs(text: string, style: Style): Run[] {
    const runs: Run[] = []
    for (const letter of text.replaceAll('\u00a0', ' ')) {
      const last = runs.at(-1)
      // A mark stands on its letter, in the letter's typeface.
      const font = last && /\p{M}/u.test(letter) ? last.font : this.fontOf(letter, style)
      if (last?.font === font) last.text += letter
      else runs.push({ font, text: letter })
    }
    return runs
  }

  /** In points. */
  width(text: string, style: Style): number {
    return this.runs(text, style).reduce(
      (so, run) => so + this.doc.font(run.font, style.size).widthOfString(run.text),
      0,
    )
  }

  /** Draws a line from `x` on, on the line at `baseline`. */
  draw(text: string, x: number, baseline: number, style: Style, opacity = 1): void {
    let from = x
    for (const run of this.runs(text, style)) {
      this.doc.font(run.font, style.size).fillColor(colours[style.colour], opacity)
      this.doc.text(run.text, from, baseline, { lineBreak: false, baseline: 'alphabetic' })
      from += this.doc.widthOfString(run.text)
    }
  }
}
