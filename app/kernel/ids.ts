const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A prefixed id that sorts by time: 10 characters of the instant (48 bits of milliseconds) and 16 random ones
 * (80 bits), in Crockford's base 32.
 *
 * @param random ten random bytes
 */
export function makeId(prefix: string, instant: number, random: Uint8Array): string {
  let time = ''
  let rest = instant
  for (let i = 0; i < 10; i++) {
    time = alphabet.charAt(rest % 32) + time
    rest = Math.floor(rest / 32)
  }
  let noise = ''
  let bits = 0
  let held = 0
  for (const byte of random.subarray(0, 10)) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      noise += alphabet.charAt((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return `${prefix}_${time}${noise}`
}

/** Whether a text has the form of an id with this prefix; says nothing of whether it exists. */
export function isId(prefix: string, value: string): boolean {
  return value.startsWith(`${prefix}_`) && /^[0-9a-hjkmnp-tv-z]{26}$/.test(value.slice(prefix.length + 1))
}
