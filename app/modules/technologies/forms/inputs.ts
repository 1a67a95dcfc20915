import { z } from 'zod'
import { amountFromText, type Currency, largestAmount } from '#kernel'

/** Fields of forms as they arrive (texts, lists of texts, or nothing) turned into values of a profile. */

export const typed = (longest: number) => z.string().max(longest).default('')

/** A lone checkbox: absent when it is off. */
export const ticked = z.preprocess((raw) => raw === 'on' || raw === true, z.boolean())

const asList = (raw: unknown): unknown => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw])

/** Several of a closed list; one alone comes as a text, none at all as nothing. */
export const chosen = <T extends readonly [string, ...string[]]>(values: T, most: number) =>
  z.preprocess(asList, z.array(z.enum(values)).max(most))

/** Rows of a list; none at all come as nothing. */
export const rowsOf = <S extends z.ZodType>(row: S, most: number) => z.preprocess(asList, z.array(row).max(most))

export const day = z.preprocess((raw) => (raw === '' || raw === undefined ? null : raw), z.iso.date().nullable())

/** One of a closed list or nothing. */
export const choiceOrNone = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((raw) => (raw === '' || raw === undefined ? null : raw), z.enum(values).nullable())

/** A whole number or nothing. */
export const wholeOrNone = (least: number, most: number) =>
  z.preprocess(
    (raw) => (raw === '' || raw === undefined ? null : raw),
    z.coerce.number().int().min(least).max(most).nullable(),
  )

/** A share typed in per cent (`33,33`), kept in hundredths of a per cent; nothing is none. */
export const sharePercent = z
  .string()
  .default('')
  .transform((text, context) => {
    const bare = text.replace(/[\s%]/g, '')
    if (bare === '') return 0
    const parts = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(bare)
    const share = parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : Number.NaN
    if (share <= 10_000) return share
    context.addIssue({ code: 'custom', message: 'share_form' })
    return z.NEVER
  })

/** A share as it is typed: 3_333 is `33,33`. */
export function shareText(share: number): string {
  const rest = share % 100
  const wholePart = String(Math.floor(share / 100))
  return rest === 0 ? wholePart : `${wholePart},${String(rest).padStart(2, '0').replace(/0$/, '')}`
}

interface EntriesWanted {
  readonly longest: number
  readonly most: number
  /** What each must look like, and the code of what is wrong when it does not. */
  readonly form?: { readonly pattern: RegExp; readonly code: string }
}

/** Entries of one field parted by commas, semicolons or line ends, each once; what is wrong is told of the field. */
export const entries = ({ longest, most, form }: EntriesWanted) =>
  z
    .string()
    .max(4000)
    .default('')
    .transform((text, context) => {
      const parts = text.split(/[,;\n]/).map((entry) => entry.trim().replace(/\s+/g, ' '))
      const list = [...new Set(parts.filter((entry) => entry !== ''))]
      const wrong = (message: string): void => {
        context.addIssue({ code: 'custom', message })
      }
      if (list.length > most) wrong('entries_many')
      if (list.some((entry) => entry.length > longest)) wrong('entry_long')
      if (form && !list.every((entry) => form.pattern.test(entry))) wrong(form.code)
      return list
    })

/** An amount as typed, in minor units of its currency; null when it is not one from 1 up to the largest taken. */
export function amountTyped(text: string, currency: Currency): number | null {
  const cents = currency === 'USD' ? /^(.*)\.(\d{2})$/.exec(text.trim()) : null
  const major = amountFromText(cents?.[1] ?? text)
  if (major === null) return null
  const amount = currency === 'USD' ? major * 100 + Number(cents?.[2] ?? 0) : major
  return amount >= 1 && amount <= largestAmount ? amount : null
}

/** An amount for its field: whole units, with cents only where there are any. */
export function amountText(amount: number, currency: Currency): string {
  if (currency === 'VND') return String(amount)
  return amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2)
}
