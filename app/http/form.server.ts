import { parse, type Submission as ConformSubmission, type SubmissionResult } from '@conform-to/dom'
import { done, type Issue, refuse, type Result, tidyText } from '#kernel'
import { config } from '#platform/config'

/** What a form sent. */
export interface Submission {
  /** Values by their names, nested by Conform's naming (`rights[0].number`); texts are tidied. */
  readonly values: Readonly<Record<string, unknown>>
  readonly files: Readonly<Record<string, readonly File[]>>
  /** When a button only added or took away a row of a list: the form as it now stands, to be shown again. */
  readonly change: SubmissionResult<readonly Issue[]> | null
  readonly conform: ConformSubmission<Record<string, unknown>, readonly Issue[]>
}

const formLimit = 1024 * 1024
const fieldsAllowed = 2000

async function readBody(request: Request, limit: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const tooLarge = () => refuse('form.too_large', 413, { values: { megabytes: Math.floor(limit / 1024 / 1024) } })
  if (Number(request.headers.get('content-length') ?? 0) > limit) return tooLarge()
  const parts: Uint8Array[] = []
  let size = 0
  if (request.body) {
    for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += part.byteLength
      if (size > limit) return tooLarge()
      parts.push(part)
    }
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return done(whole)
}

/**
 * Reads a form, at most 1 MB of text, or files up to the configured size.
 *
 * @returns refusals: 413 `form.too_large`, 400 `form.unreadable`, 400 `form.text` (NUL or unpaired surrogates)
 */
export async function readSubmission(request: Request): Promise<Result<Submission>> {
  const type = request.headers.get('content-type') ?? ''
  const multipart = type.startsWith('multipart/form-data')
  if (!multipart && !type.startsWith('application/x-www-form-urlencoded') && type !== '')
    return refuse('form.unreadable', 400)
  const body = await readBody(request, multipart ? config().uploadLimit + formLimit : formLimit)
  if (!body.ok) return body
  let data: FormData
  try {
    data =
      type === '' ? new FormData() : await new Response(body.value, { headers: { 'Content-Type': type } }).formData()
  } catch {
    return refuse('form.unreadable', 400)
  }
  return collect(data)
}

/** Sorts a form's entries into values, nested by their names, and files. */
export function collect(data: FormData): Result<Submission> {
  const tidied = new FormData()
  const files: Record<string, File[]> = {}
  let fields = 0
  for (const [name, entry] of data) {
    if (++fields > fieldsAllowed) return refuse('form.unreadable', 400)
    const safeName = tidyText(name)
    if (safeName === null) return refuse('form.text', 400)
    if (/(^|[.[])(__proto__|constructor|prototype)($|[.[\]])/.test(safeName) || /\[\d{4,}\]/.test(safeName))
      return refuse('form.unreadable', 400)
    if (typeof entry !== 'string') {
      if (entry.size > 0) (files[safeName] ??= []).push(entry)
      continue
    }
    const text = tidyText(entry)
    if (text === null) return refuse('form.text', 400)
    tidied.append(safeName, text)
  }
  try {
    const conform = parse<Record<string, unknown>, readonly Issue[]>(tidied, {
      resolve: (payload) => ({ value: payload }),
    })
    const change = conform.status === undefined ? conform.reply() : null
    return done({ values: conform.payload, files, change, conform })
  } catch {
    return refuse('form.unreadable', 400)
  }
}
