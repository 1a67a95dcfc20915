/** Where lines may break: at spaces that do not belong to a number or a name, and inside a word only where it must. */

const noBreak = '\u00a0'
const scales = 'nghìn|triệu|tỷ|thousand|million|billion'
const units = `%|₫|đồng|${scales}|năm|tháng|ngày|years?|months?|days?|[A-Z]{3}`
const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const ends = '(?![\\p{L}\\p{N}])'

/** Spaces at which no line may end: between a number and its unit, within a date, before a number that names something. */
const kept: readonly RegExp[] = [
  new RegExp(`(?<=\\d\\)?) (?=(?:${units})${ends})`, 'gu'),
  new RegExp(`(?<=(?:^|[^\\p{L}])(?:${scales})) (?=(?:đồng|₫|[A-Z]{3})${ends})`, 'gu'),
  new RegExp(`(?<=\\d) (?=(?:${months})${ends})|(?<=\\d\\u00a0(?:${months})) (?=\\d{4})`, 'gu'),
  /(?<=(?:^|[^\p{L}])(?:Điều|khoản|điểm|[Tt]rang|[Pp]age|Art\.|Article|No\.|RFC|[Ss]ố)) (?=\d)/gu,
]

/** Characters that no typeface shows and no file format likes. */
const unprintable =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text as it is set: composed letters (NFC), no control characters, no-break spaces where they belong. */
export function setText(text: string): string {
  const clean = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(unprintable, '')
  return kept.reduce((so, spaces) => so.replace(spaces, noBreak), clean)
}

/** The most characters of a word that fit, after a sign that parts it where there is one. */
function cutOf(word: string, width: number, measure: (text: string) => number): number {
  const letters = word.match(/\P{M}\p{M}*/gu) ?? [word]
  let [cut, parted] = [0, 0]
  let so = ''
  for (const letter of letters) {
    if (cut > 0 && measure(so + letter) > width) break
    so += letter
    cut = so.length
    if (/^[-–/·,;:.@_=+]/.test(letter)) parted = cut
  }
  return parted > cut / 2 ? parted : cut
}

/**
 * A text as lines no wider than `width`.
 *
 * @param text as `setText` gives it
 * @param measure how wide a text is, in the unit of `width`
 */
export function linesOf(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  const space = measure(' ')
  for (const paragraph of text.split('\n')) {
    let line = ''
    let taken = 0
    for (const word of paragraph.split(' ')) {
      if (word === '') continue
      const own = measure(word)
      if (line !== '' && taken + space + own <= width) {
        line += ` ${word}`
        taken += space + own
        continue
      }
      if (line !== '') lines.push(line)
      ;[line, taken] = [word, own]
      while (taken > width && line.length > 1) {
        const cut = cutOf(line, width, measure)
        if (cut >= line.length) break
        lines.push(line.slice(0, cut))
        line = line.slice(cut)
        taken = measure(line)
      }
    }
    lines.push(line)
  }
  return lines
}
