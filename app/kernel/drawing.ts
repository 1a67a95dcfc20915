/** What a colour is for. Each medium has its own colours for them: a page in two themes, paper in one. */
export type ColourRole = 'ink' | 'muted' | 'action' | 'wash' | 'line' | 'danger' | 'caution' | 'raised'

interface Coloured {
  readonly colour: ColourRole
  /** From 0 to 1; 1 where not given. */
  readonly opacity?: number
}

interface Stroked extends Coloured {
  /** Thickness of the stroke, centred on the line. */
  readonly thickness: number
  /** Lengths of strokes and gaps in turn; unbroken where not given. */
  readonly dash?: readonly number[]
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Filled, without an edge. */
export interface Rect extends Coloured {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Line extends Stroked {
  readonly kind: 'line'
  readonly from: Point
  readonly to: Point
}

/** Straight from point to point. A closed one is filled and has no edge (its thickness is 0), an open one is stroked. */
export interface Path extends Stroked {
  readonly kind: 'path'
  readonly points: readonly Point[]
  readonly closed?: boolean
}

/** One line of text in the typeface of the site. */
export interface Text extends Coloured {
  readonly kind: 'text'
  /** Where the text starts, has its middle or ends, by `anchor`. */
  readonly x: number
  /** Of the line the letters stand on. */
  readonly y: number
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
  readonly size: number
  readonly weight: 'regular' | 'semibold'
}

export type Shape = Rect | Line | Path | Text

/**
 * A drawing that any medium can show: SVG on a page, strokes in a PDF. Lengths are in units of the drawing (a CSS pixel
 * at its own width), x to the right and y downwards from the top left corner. Later shapes lie over earlier ones.
 */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}
