import { provinces } from '#classifications'
import { plainName } from './plain-name.ts'

/**
 * Provinces that were merged into another on 1 July 2025 (Resolution 202/2025/QH15), by the code of the province they
 * are part of today.
 */
const merged: Readonly<Record<string, readonly string[]>> = {
  '08': ['Hà Giang'],
  '15': ['Yên Bái'],
  '19': ['Bắc Kạn'],
  '24': ['Bắc Giang'],
  '25': ['Vĩnh Phúc', 'Hoà Bình'],
  '31': ['Hải Dương'],
  '33': ['Thái Bình'],
  '37': ['Hà Nam', 'Nam Định'],
  '44': ['Quảng Bình'],
  '48': ['Quảng Nam'],
  '51': ['Kon Tum'],
  '52': ['Bình Định'],
  '56': ['Ninh Thuận'],
  '66': ['Phú Yên'],
  '68': ['Đắk Nông', 'Đăk Nông', 'Bình Thuận'],
  '75': ['Bình Phước'],
  '79': ['Bình Dương', 'Bà Rịa - Vũng Tàu'],
  '80': ['Long An'],
  '82': ['Tiền Giang'],
  '86': ['Bến Tre', 'Trà Vinh'],
  '91': ['Kiên Giang'],
  '92': ['Sóc Trăng', 'Hậu Giang'],
  '96': ['Bạc Liêu'],
}

/** Other ways in which a province of today is written. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  '01': ['Ha Noi', 'TP Hà Nội'],
  '31': ['Hai Phong'],
  '46': ['Thừa Thiên Huế', 'Thừa Thiên - Huế'],
  '66': ['Đắc Lắc', 'Đăk Lăk', 'Daklak'],
  '79': ['TP HCM', 'TPHCM', 'HCM', 'Sài Gòn', 'Ho Chi Minh City', 'HCMC'],
}

const known = new Map<string, string>([
  ...provinces.flatMap(({ code, vi, en }): [string, string][] => [
    [code, code],
    [plainName(vi), code],
    [plainName(en), code],
  ]),
  ...[...Object.entries(merged), ...Object.entries(otherNames)].flatMap(([code, list]) =>
    list.map((name): [string, string] => [plainName(name), code]),
  ),
])

const before = /^(tinh|thanh pho|tp|t p|province of|city of) /
const after = / (cu|province|city|viet nam|vietnam)$/

/** The code of the province of today that a name or code means, whether it was merged or not; null when unknown. */
export function provinceNamed(text: string): string | null {
  const name = plainName(text)
  const bare = name.replace(before, '').replace(after, '').replace(after, '')
  return known.get(name) ?? known.get(bare) ?? null
}

/** The province at the end of an address (`… huyện Cầu Kè, tỉnh Trà Vinh (cũ)` lies in Vĩnh Long); null when none is named. */
export function provinceOfPlace(place: string): string | null {
  const parts = place
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !['viet nam', 'vietnam'].includes(plainName(part)))
  const last = parts.at(-1)
  // A bare number at the end of an address is a house or a postal code, not the code of a province.
  if (last === undefined || /^\d+$/.test(last)) return null
  return provinceNamed(last) ?? provinceNamed(last.split(/\s[-–]\s/).at(-1) ?? '')
}
