/** A unit as it is written (folded), with the quantity it measures and how many canonical units it is. */
interface Unit {
  readonly measures: string
  readonly factor: number
}

const unit = (measures: string, factor: number): Unit => ({ measures, factor })

/** Hours a working day may have: a rate by the day is one by the hour only within these. */
export const hoursADay = { fewest: 8, most: 24 } as const

const units: Readonly<Record<string, Unit>> = {
  kg: unit('kg', 1),
  ki: unit('kg', 1),
  kilogram: unit('kg', 1),
  kilograms: unit('kg', 1),
  g: unit('kg', 1e-3),
  gam: unit('kg', 1e-3),
  gn: unit('kg', 1e-3),
  mg: unit('kg', 1e-6),
  µg: unit('kg', 1e-9),
  μg: unit('kg', 1e-9),
  ta: unit('kg', 100),
  tan: unit('kg', 1000),
  ton: unit('kg', 1000),
  tons: unit('kg', 1000),
  tonne: unit('kg', 1000),
  tonnes: unit('kg', 1000),
  t: unit('kg', 1000),
  giay: unit('time', 1 / 3600),
  s: unit('time', 1 / 3600),
  second: unit('time', 1 / 3600),
  seconds: unit('time', 1 / 3600),
  ms: unit('time', 1 / 3_600_000),
  phut: unit('time', 1 / 60),
  min: unit('time', 1 / 60),
  minute: unit('time', 1 / 60),
  minutes: unit('time', 1 / 60),
  gio: unit('time', 1),
  h: unit('time', 1),
  hour: unit('time', 1),
  hours: unit('time', 1),
  ngay: unit('time', 24),
  day: unit('time', 24),
  days: unit('time', 24),
  tuan: unit('time', 168),
  week: unit('time', 168),
  weeks: unit('time', 168),
  thang: unit('time', 730),
  month: unit('time', 730),
  months: unit('time', 730),
  nam: unit('time', 8760),
  year: unit('time', 8760),
  years: unit('time', 8760),
  m: unit('m', 1),
  met: unit('m', 1),
  metre: unit('m', 1),
  metres: unit('m', 1),
  mm: unit('m', 1e-3),
  cm: unit('m', 1e-2),
  km: unit('m', 1000),
  µm: unit('m', 1e-6),
  μm: unit('m', 1e-6),
  nm: unit('m', 1e-9),
  'm²': unit('m2', 1),
  m2: unit('m2', 1),
  'cm²': unit('m2', 1e-4),
  cm2: unit('m2', 1e-4),
  'km²': unit('m2', 1e6),
  ha: unit('m2', 1e4),
  hecta: unit('m2', 1e4),
  hectare: unit('m2', 1e4),
  hectares: unit('m2', 1e4),
  'm³': unit('m3', 1),
  m3: unit('m3', 1),
  khoi: unit('m3', 1),
  l: unit('m3', 1e-3),
  lit: unit('m3', 1e-3),
  litre: unit('m3', 1e-3),
  litres: unit('m3', 1e-3),
  liter: unit('m3', 1e-3),
  liters: unit('m3', 1e-3),
  ml: unit('m3', 1e-6),
  µl: unit('m3', 1e-9),
  'cm³': unit('m3', 1e-6),
  kwh: unit('kwh', 1),
  wh: unit('kwh', 1e-3),
  mwh: unit('kwh', 1000),
  mj: unit('kwh', 1 / 3.6),
  kj: unit('kwh', 1 / 3600),
  kcal: unit('kwh', 1 / 859.845),
  kw: unit('kw', 1),
  w: unit('kw', 1e-3),
  mw: unit('kw', 1000),
  kwp: unit('kw', 1),
  kva: unit('kva', 1),
  v: unit('volt', 1),
  vac: unit('volt', 1),
  kv: unit('volt', 1000),
  ma: unit('ampere', 1e-3),
  mpa: unit('mpa', 1),
  'n/mm²': unit('mpa', 1),
  bar: unit('mpa', 0.1),
  kpa: unit('mpa', 1e-3),
  atm: unit('mpa', 0.101325),
  'mpa·s': unit('viscosity', 1),
  'mpa.s': unit('viscosity', 1),
  '°c': unit('celsius', 1),
  ºc: unit('celsius', 1),
  'do c': unit('celsius', 1),
  '%': unit('percent', 1),
  'phan tram': unit('percent', 1),
  percent: unit('percent', 1),
  'per cent': unit('percent', 1),
  '‰': unit('permille', 1),
  ppt: unit('permille', 1),
  'diem phan tram': unit('points', 1),
  'percentage points': unit('points', 1),
  ppm: unit('ppm', 1),
  ppb: unit('ppm', 1e-3),
  dong: unit('dong', 1),
  đ: unit('dong', 1),
  vnd: unit('dong', 1),
  '₫': unit('dong', 1),
  usd: unit('usd', 1),
  us$: unit('usd', 1),
  cfu: unit('cfu', 1),
  db: unit('db', 1),
  dba: unit('db', 1),
  lux: unit('lux', 1),
  rpm: unit('rpm', 1),
  brix: unit('brix', 1),
  '°brix': unit('brix', 1),
}

const scales: Readonly<Record<string, number>> = {
  nghin: 1e3,
  ngan: 1e3,
  thousand: 1e3,
  trieu: 1e6,
  million: 1e6,
  ty: 1e9,
  ti: 1e9,
  billion: 1e9,
}

/** What a number is followed by: its dimension, its factor, and where the unit ends. */
export interface ReadUnit {
  /** Canonical: `kg/time` for a mass by time, `dong/m3`, `percent`, `#loai` for a count of things, '' for none. */
  readonly dimension: string
  readonly factor: number
  /** A rate by the day or longer, as against by the hour or shorter. */
  readonly perDay: boolean
  readonly end: number
}

const longestFirst = Object.keys(units).sort((a, b) => b.length - a.length)
const escaped = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')
const scalePattern = new RegExp(`\\s*(${Object.keys(scales).join('|')})(?![\\p{L}\\p{N}])`, 'uy')
const unitPattern = new RegExp(`\\s*(${escaped})(?![\\p{L}\\p{N}²³])`, 'uy')
/** Up to three plain words may stand between a unit and its divisor: `kg bánh khô/giờ`. */
const dividePattern = /(?:\s+(?!va\s|tren\s|voi\s)\p{L}+){0,3}?(?:\s*\/\s*|\s+(?:moi|per|each)\s+)|\s+(?:mot|a|an)\s+/uy
const wordPattern = /\s*([\p{L}]{2,})/uy

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(text)
}

/** Words after a number that count nothing. */
const notThings = new Set(
  'va hoac den toi cua cho khi trong tren duoi voi la lan the of or and to in on at with for the from by so tu sau con moi'.split(
    ' ',
  ),
)

/** Reads the unit that follows a number in folded text. */
export function unitAfter(text: string, from: number): ReadUnit {
  let position = from
  let factor = 1
  const scale = at(scalePattern, text, position)
  if (scale) {
    factor = scales[scale[1] ?? ''] ?? 1
    position = scalePattern.lastIndex
  }
  const first = at(unitPattern, text, position)
  const known = first ? units[first[1] ?? ''] : undefined
  if (!known) {
    const word = at(wordPattern, text, position)
    const thing = word?.[1] ?? ''
    if (thing === '' || notThings.has(thing)) return { dimension: '', factor, perDay: false, end: position }
    return withDivisors(text, wordPattern.lastIndex, { dimension: `#${thing}`, factor, perDay: false })
  }
  return withDivisors(text, unitPattern.lastIndex, {
    dimension: known.measures,
    factor: factor * known.factor,
    perDay: false,
  })
}

function withDivisors(text: string, from: number, read: Omit<ReadUnit, 'end'>): ReadUnit {
  let { dimension, factor, perDay } = read
  let end = from
  for (let divisors = 0; divisors < 3; divisors++) {
    const divide = at(dividePattern, text, end)
    if (!divide) break
    const start = dividePattern.lastIndex
    const below = at(unitPattern, text, start)
    const known = below ? units[below[1] ?? ''] : undefined
    if (known) {
      dimension += `/${known.measures}`
      factor /= known.factor
      if (known.measures === 'time' && known.factor >= 24) perDay = true
      end = unitPattern.lastIndex
      continue
    }
    const word = at(wordPattern, text, start)
    const thing = word?.[1] ?? ''
    // A divisor that is no unit counts for what has one: `đồng/mẫu`, not `150 ảnh mỗi loại` or `30 phút một lần`.
    if (thing === '' || dimension.startsWith('#') || /\s(?:mot|a|an)\s/.test(divide[0])) break
    dimension += `/#${thing}`
    end = wordPattern.lastIndex
  }
  return { dimension, factor, perDay, end }
}
