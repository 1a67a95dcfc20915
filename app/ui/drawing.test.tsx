import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { SpeechContext } from '#i18n'
import { messagesOf } from '#i18n/server'
import type { Drawing, Language, Shape } from '#kernel'
import { Figure } from './drawing.tsx'

const shapes: Shape[] = [
  { kind: 'rect', x: 1, y: 2, width: 30, height: 4, colour: 'action', opacity: 0.4 },
  { kind: 'line', from: { x: 0, y: 5 }, to: { x: 9, y: 5 }, colour: 'line', thickness: 1, dash: [3, 3] },
  {
    kind: 'path',
    points: [
      { x: 0, y: 0 },
      { x: 4.5, y: 8 },
    ],
    colour: 'ink',
    thickness: 2,
  },
  {
    kind: 'path',
    points: [
      { x: 0, y: 0 },
      { x: 4, y: 8 },
      { x: 8, y: 0 },
    ],
    closed: true,
    colour: 'danger',
    thickness: 0,
  },
  { kind: 'text', x: 3, y: 12, text: '2,35 tỷ ₫', anchor: 'end', size: 12, weight: 'semibold', colour: 'muted' },
]
const drawingOf = (width: number): Drawing => ({ width, height: 40, shapes })

function markupOf(language: Language = 'vi'): string {
  return renderToStaticMarkup(
    <SpeechContext.Provider value={{ language, messages: messagesOf(language) }}>
      <Figure
        title="Khoảng giá trị"
        description="Từ P5 đến P95"
        narrow={drawingOf(340)}
        wide={drawingOf(720)}
        table={{
          caption: 'Số liệu của khoảng giá trị',
          columns: [{ head: 'Cách tiếp cận', cell: (row: { name: string }) => row.name }],
          rows: [{ name: 'Thu nhập' }],
          rowKey: ({ name }) => name,
        }}
      />
    </SpeechContext.Provider>,
  )
}

describe('a figure', () => {
  it('is an image with a title and a description of its own in both forms', () => {
    const images = [...markupOf().matchAll(/<svg role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/g)]
    expect(images).toHaveLength(2)
    const ids = images.flatMap(([, title = '', description = '']) => [title, description])
    expect(new Set(ids).size).toBe(4)
    for (const [, title = '', description = ''] of images) {
      expect(markupOf()).toContain(`<title id="${title}">Khoảng giá trị</title>`)
      expect(markupOf()).toContain(`<desc id="${description}">Từ P5 đến P95</desc>`)
    }
  })

  it('has exactly one form on show, by the room there is', () => {
    const forms = [...markupOf().matchAll(/viewBox="0 0 (\d+) 40" class="([^"]+)"/g)]
    expect(forms.map(([, width]) => width)).toEqual(['340', '720'])
    expect(forms[0]?.[2]?.split(' ')).toEqual(expect.arrayContaining(['block', '@2xl:hidden']))
    expect(forms[1]?.[2]?.split(' ')).toEqual(expect.arrayContaining(['hidden', '@2xl:block']))
  })

  it('draws every shape in the colours of the theme', () => {
    const markup = markupOf()
    expect(markup).toContain('<rect x="1" y="2" width="30" height="4" opacity="0.4" class="fill-action"></rect>')
    expect(markup).toMatch(
      /<line x1="0" y1="5" x2="9" y2="5" stroke-width="1" stroke-dasharray="3 3" class="stroke-line">/,
    )
    expect(markup).toMatch(
      /<path d="M0 0L4.5 8" stroke-width="2" stroke-linejoin="round" class="fill-none stroke-ink">/,
    )
    expect(markup).toContain('<path d="M0 0L4 8L8 0Z" class="fill-danger">')
    expect(markup).toMatch(/<text [^>]*text-anchor="end" font-size="12" font-weight="600" class="fill-muted">2,35 tỷ ₫/)
    expect(markup).not.toMatch(/style=|#[0-9a-f]{6}/)
  })

  it('has its figures as a table that opens without script', () => {
    expect(markupOf()).toMatch(
      /<details[^>]*><summary[^>]*>Xem số liệu dạng bảng<\/summary>.*<table.*Thu nhập.*<\/details>/s,
    )
    expect(markupOf('en')).toContain('Show the figures as a table')
  })
})
