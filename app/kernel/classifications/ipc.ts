import type { Classified } from './classified.ts'

/** A symbol of the International Patent Classification: subclass, optionally with group, e.g. `C02F 3/30`. */
export const ipcSymbol = /^[A-H]\d{2}[A-Z](\s?\d{1,4}\/\d{2,6})?$/

/** IPC sections; classes are checked by the symbol's form only. */
export const ipcSections: readonly Classified[] = [
  { code: 'A', vi: 'Nhu cầu của đời sống con người', en: 'Human necessities' },
  { code: 'B', vi: 'Các quy trình công nghệ; giao thông vận tải', en: 'Performing operations; transporting' },
  { code: 'C', vi: 'Hóa học; luyện kim', en: 'Chemistry; metallurgy' },
  { code: 'D', vi: 'Dệt; giấy', en: 'Textiles; paper' },
  { code: 'E', vi: 'Xây dựng; mỏ', en: 'Fixed constructions' },
  {
    code: 'F',
    vi: 'Cơ khí; chiếu sáng; nhiệt; vũ khí; chất nổ',
    en: 'Mechanical engineering; lighting; heating; weapons; blasting',
  },
  { code: 'G', vi: 'Vật lý', en: 'Physics' },
  { code: 'H', vi: 'Điện', en: 'Electricity' },
]
