import { describe, expect, it } from 'vitest'
import { newRecoveryCode, newTotpSecret, tidyRecoveryCode, totpAddress, totpCode, totpStep } from './totp.server.ts'

// RFC 6238, Appendix B: the secret is the ASCII text "12345678901234567890"; the last six of eight digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('a code of the app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %i s is %s', (seconds, code) => {
    expect(totpCode(secret, seconds * 1000)).toBe(code)
    expect(totpStep(secret, code, seconds * 1000, null)).toBe(Math.floor(seconds / 30))
  })

  const at = 1_234_567_890_000
  const step = Math.floor(at / 30_000)

  it('is taken one step early or late, no further', () => {
    const code = totpCode(secret, at)
    expect(totpStep(secret, code, at + 30_000, null)).toBe(step)
    expect(totpStep(secret, code, at - 30_000, null)).toBe(step)
    expect(totpStep(secret, code, at + 60_000, null)).toBeNull()
    expect(totpStep(secret, code, at - 60_000, null)).toBeNull()
  })

  it('serves once', () => {
    expect(totpStep(secret, totpCode(secret, at), at, step)).toBeNull()
    expect(totpStep(secret, totpCode(secret, at - 30_000), at, step)).toBeNull()
    expect(totpStep(secret, totpCode(secret, at + 30_000), at, step)).toBe(step + 1)
  })

  it.each(['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦'])('%j is none', (typed) => {
    expect(totpStep(secret, typed, at, null)).toBeNull()
  })

  it('belongs to a secret of 160 bits that the app can read', () => {
    const fresh = newTotpSecret()
    expect(fresh).toMatch(/^[A-Z2-7]{32}$/)
    expect(totpAddress(fresh, 'Sàn A', 'an@vi-du.example')).toMatch(/^otpauth:\/\/totp\/.*secret=/)
  })
})

describe('a recovery code', () => {
  it('is the same however it is typed', () => {
    const code = newRecoveryCode()
    expect(code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    expect(tidyRecoveryCode(code.toUpperCase().replaceAll('-', ' '))).toBe(code)
    expect(tidyRecoveryCode(code.replaceAll('-', ''))).toBe(code)
    expect(tidyRecoveryCode('123456')).toBeNull()
  })
})
