import { type Drawing, type Rect, type Shape, type Text } from '#kernel'
import { type Box, boxOf } from '../../app/modules/valuation/charts/shapes.ts'

/** Looking into drawings. */

/** The room a shape takes, strokes along their middle. */
export function reachOf(shape: Shape): Box {
  switch (shape.kind) {
    case 'rect':
      return { left: shape.x, right: shape.x + shape.width, top: shape.y, bottom: shape.y + shape.height }
    case 'text':
      return boxOf(shape)
    case 'line':
    case 'path': {
      const points = shape.kind === 'line' ? [shape.from, shape.to] : shape.points
      const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
      return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
    }
  }
}

export const textsOf = ({ shapes }: Drawing): Text[] => shapes.filter((shape) => shape.kind === 'text')
export const barsOf = ({ shapes }: Drawing): Rect[] => shapes.filter((shape) => shape.kind === 'rect')
export const wordsOf = (drawing: Drawing): string[] => textsOf(drawing).map((one) => one.text)
/** Bars of charts with rows, without what marks them. */
export const solid = (drawing: Drawing): Rect[] => barsOf(drawing).filter(({ height }) => height === 18)
