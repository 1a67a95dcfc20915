/** The six economic regions over the provinces of 1 July 2025 (by code). */
const regions: Readonly<Record<string, readonly string[]>> = {
  northern_uplands: ['04', '08', '11', '12', '14', '15', '19', '20', '25'],
  red_river: ['01', '22', '24', '31', '33', '37'],
  north_central: ['38', '40', '42', '44', '46'],
  south_central_highlands: ['48', '51', '52', '56', '66', '68'],
  southeast: ['75', '79', '80'],
  mekong: ['82', '86', '91', '92', '96'],
}

/** Whether two provinces lie in one region. */
export function sameRegion(one: string, other: string): boolean {
  return Object.values(regions).some((provinces) => provinces.includes(one) && provinces.includes(other))
}
