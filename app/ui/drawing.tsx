import { type ReactNode, useId } from 'react'
import { useMessages } from '#i18n'
import type { ColourRole, Drawing, Shape } from '#kernel'
import { Table, type TableProps } from './display.tsx'

const fills: Readonly<Record<ColourRole, string>> = {
  ink: 'fill-ink',
  muted: 'fill-muted',
  action: 'fill-action',
  wash: 'fill-wash',
  line: 'fill-line',
  danger: 'fill-danger',
  caution: 'fill-caution',
  raised: 'fill-raised',
}

const strokes: Readonly<Record<ColourRole, string>> = {
  ink: 'stroke-ink',
  muted: 'stroke-muted',
  action: 'stroke-action',
  wash: 'stroke-wash',
  line: 'stroke-line',
  danger: 'stroke-danger',
  caution: 'stroke-caution',
  raised: 'stroke-raised',
}

const weights = { regular: 400, semibold: 600 }

function Drawn({ shape }: { readonly shape: Shape }) {
  const { opacity } = shape
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height } = shape
      return <rect {...{ x, y, width, height, opacity }} className={fills[shape.colour]} />
    }
    case 'line': {
      const { from, to, thickness, dash } = shape
      return (
        <line
          {...{ x1: from.x, y1: from.y, x2: to.x, y2: to.y, opacity }}
          strokeWidth={thickness}
          strokeDasharray={dash?.join(' ')}
          className={strokes[shape.colour]}
        />
      )
    }
    case 'path': {
      const { points, closed, thickness, dash } = shape
      const way = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${String(x)} ${String(y)}`).join('')
      return closed ? (
        <path d={`${way}Z`} opacity={opacity} className={fills[shape.colour]} />
      ) : (
        <path
          d={way}
          opacity={opacity}
          strokeWidth={thickness}
          strokeDasharray={dash?.join(' ')}
          strokeLinejoin="round"
          className={`fill-none ${strokes[shape.colour]}`}
        />
      )
    }
    case 'text': {
      const { x, y, text, anchor, size, weight } = shape
      return (
        <text
          {...{ x, y, opacity }}
          textAnchor={anchor}
          fontSize={size}
          fontWeight={weights[weight]}
          className={fills[shape.colour]}
        >
          {text}
        </text>
      )
    }
  }
}

interface PictureProps {
  readonly drawing: Drawing
  readonly title: string
  readonly description: string
  readonly className: string
}

function Picture({ drawing, title, description, className }: PictureProps) {
  const id = useId()
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      viewBox={`0 0 ${String(drawing.width)} ${String(drawing.height)}`}
      className={`break-inside-avoid ${className}`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {drawing.shapes.map((shape, at) => (
        <Drawn key={at} shape={shape} />
      ))}
    </svg>
  )
}

interface FigureProps<Row> {
  readonly title: string
  /** What the drawing shows, for those who see it and those who do not. */
  readonly description: string
  /** The same figures drawn for a phone and for anything wider; the room they have chooses. */
  readonly narrow: Drawing
  readonly wide: Drawing
  /** All figures of the drawing, with names in full. */
  readonly table: TableProps<Row>
  /** What is to be read beneath, such as where the figures come from. */
  readonly note?: ReactNode
}

/** A drawing on the page, under its title, with its figures as a table beneath. */
export function Figure<Row>({ title, description, narrow, wide, table, note }: FigureProps<Row>) {
  const messages = useMessages()
  const words = { title, description }
  return (
    <figure className="@container my-6 max-w-3xl">
      <figcaption className="mb-3">
        <p className="font-semibold">{title}</p>
        <p className="text-sm text-muted">{description}</p>
      </figcaption>
      <Picture {...words} drawing={narrow} className="block h-auto w-full max-w-md @2xl:hidden" />
      <Picture {...words} drawing={wide} className="hidden h-auto w-full @2xl:block" />
      {note ? <p className="mt-2 text-sm text-muted">{note}</p> : null}
      <details className="open-print mt-2">
        <summary className="w-fit py-1 text-sm text-action">{messages.site.figureTable}</summary>
        <div className="mt-2 text-sm">
          <Table {...table} />
        </div>
      </details>
    </figure>
  )
}
