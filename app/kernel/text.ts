/**
 * Text as it is kept: NFC, no unpaired surrogates, no control characters but tab and newline, line ends as `\n`,
 * no blanks at either end. `null` when the text holds a NUL byte or an unpaired surrogate, which no keyboard makes.
 */
export function tidyText(raw: string): string | null {
  if (raw.includes('\u0000') || !raw.isWellFormed()) return null
  return raw
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '')
    .trim()
}

/** A short fingerprint of a text (64 bits, FNV-1a twice), for telling whether it has changed; not for security. */
export function fingerprint(text: string): string {
  let low = 0x811c9dc5
  let high = 0xcbf29ce4
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ (unit + i), 0x01000193)
  }
  return (low >>> 0).toString(16).padStart(8, '0') + (high >>> 0).toString(16).padStart(8, '0')
}
