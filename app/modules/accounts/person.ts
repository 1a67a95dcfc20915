import { z } from 'zod'

/** What a one-time token may be used for. */
export const tokenPurposes = ['confirm_email', 'reset_password', 'second_factor'] as const
export type TokenPurpose = (typeof tokenPurposes)[number]

/** An address of mail in the one form in which it is kept: NFC, lower case, at most 254 characters (RFC 5321). */
export const emailAddress = z
  .string()
  .min(1)
  .max(254)
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .pipe(z.email())

/** A person's name as written on documents. */
export const personName = z
  .string()
  .min(1, { abort: true })
  .min(2)
  .max(100)
  .regex(/^[^\n\t<>]+$/)
