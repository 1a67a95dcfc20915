import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type ColourRole } from '#kernel'
import { figures, semiboldFigures, signs } from './glyphs.server.ts'
import { type Stand, standing } from './shifted.ts'

const require = createRequire(import.meta.url)

/** Files of the typefaces, read when the first document is set. */
const sources = {
  regular: () =>
    readFileSync(require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf')),
  semibold: () =>
    readFileSync(require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf')),
  italic: () =>
    readFileSync(
      require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf'),
    ),
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
  stand: Stand
}

/** How large letters are, and how far above the line, in parts of the size of the text. */
const shifts: Readonly<Record<Stand, { size: number; rise: number }>> = {
  level: { size: 1, rise: 0 },
  raised: { size: 0.72, rise: 0.34 },
  lowered: { size: 0.72, rise: -0.16 },
}

/** What pdfkit keeps of a font that is set; its types leave it out. */
interface Opened {
  _font: { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } }
}

/** Texts measured and drawn, each letter from the first typeface that has it. */
export class Type {
  private readonly doc: PDFKit.PDFDocument
  /** By face, and whether figures are tabular. */
  private readonly fonts = new Map<string, Map<string, Font>>()
  /** Syllables come again and again: widths of texts at a size of one point. */
  private readonly widths = new Map<string, Map<string, number>>()

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc
    for (const font of Object.keys(sources) as Font[]) doc.registerFont(font, fileOf(font))
  }

  private has(font: Font, letter: string): boolean {
    const { font: file } = (this.doc.font(font) as unknown as Opened)._font
    return file.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
  }

  private fontOf(letter: string, { face, tabular }: Style): Font {
    if (tabular === true && face !== 'italic' && letter >= '0' && letter <= '9')
      return face === 'semibold' ? 'semiboldFigures' : 'figures'
    return !this.has(face, letter) && this.has('signs', letter) ? 'signs' : face
  }

  private runs(text: string, style: Style): Run[] {
    const known = kept(this.fonts, kindOf(style), () => new Map<string, Font>())
    const runs: Run[] = []
    for (const part of standing(text.replaceAll('\u00a0', ' ')))
      for (const letter of part.text) {
        const last = runs.at(-1)
        // A mark stands on its letter, in the letter's typeface.
        const font = last && /\p{M}/u.test(letter) ? last.font : kept(known, letter, () => this.fontOf(letter, style))
        if (last?.font === font && last.stand === part.stand) last.text += letter
        else runs.push({ font, text: letter, stand: part.stand })
      }
    return runs
  }

  /** In points. */
  width(text: string, style: Style): number {
    const known = kept(this.widths, kindOf(style), () => new Map<string, number>())
    const one = kept(known, text, () =>
      this.runs(text, style).reduce(
        (so, run) => so + this.doc.font(run.font, shifts[run.stand].size).widthOfString(run.text),
        0,
      ),
    )
    return one * style.size
  }

  /** Draws a line from `x` on, on the line at `baseline`. */
  draw(text: string, x: number, baseline: number, style: Style, opacity = 1): void {
    let from = x
    for (const run of this.runs(text, style)) {
      const { size, rise } = shifts[run.stand]
      this.doc.font(run.font, style.size * size).fillColor(colours[style.colour], opacity)
      this.doc.text(run.text, from, baseline - rise * style.size, { lineBreak: false, baseline: 'alphabetic' })
      from += this.doc.widthOfString(run.text)
    }
  }
}

const kindOf = ({ face, tabular }: Style): string => (tabular === true ? `${face} tabular` : face)

function kept<Value>(known: Map<string, Value>, key: string, find: () => Value): Value {
  const before = known.get(key)
  if (before !== undefined) return before
  const found = find()
  known.set(key, found)
  return found
}
