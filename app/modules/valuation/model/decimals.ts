/** A decimal text times ten to a power, exactly: `0.225` by 2 is `22.5`. */
export function shifted(decimal: string, places: number): string {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? []
  const digits = whole + part
  const point = whole.length + places
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = point <= 0 ? 1 : point
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const right = padded.slice(at).replace(/0+$/, '')
  const figure = right === '' ? left : `${left}.${right}`
  return sign === '' || /^[0.]+$/.test(figure) ? figure : `-${figure}`
}
