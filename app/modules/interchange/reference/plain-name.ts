/**
 * A name as it is compared: lower case, without marks and without "and", words parted by one blank: `Tiêu_đề` and
 * `TIEU DE` agree.
 */
export function plainName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<= )(and|va) /g, '')
    .trim()
}
