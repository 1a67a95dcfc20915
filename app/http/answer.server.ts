import type { SubmissionResult } from '@conform-to/dom'
import { data, redirect } from '@remix-run/node'
import { localPath } from '#i18n'
import type { Issue, Language, Refusal, Result } from '#kernel'
import type { Arrival } from './arrival.server.ts'
import { refusalResponse } from './arrival.server.ts'
import { holdForm } from './held.server.ts'

/** What a page gets back when its form was not carried out. */
export interface FormReply {
  /** Why, or null when a button only changed the form's rows. */
  readonly refusal: Pick<Refusal, 'code' | 'values'> | null
  /** What was typed and what is wrong with it, field by field, for Conform. */
  readonly result: SubmissionResult<readonly Issue[]>
  /** The value of the field `form`: which form of the page it was, where there are several. */
  readonly form: string
}

const secrets = ['password', 'newPassword', 'currentPassword', 'code', 'token']

function formName(arrival: Arrival): string {
  const name = arrival.form['form']
  return typeof name === 'string' ? name : ''
}

/** The form again, with a row added or taken away, when that is all that was asked. Ask before running a command. */
export function formChange(arrival: Arrival) {
  const change = arrival.submission?.change
  if (!change) return null
  const reply: FormReply = { refusal: null, result: change, form: formName(arrival) }
  return data(reply, { status: 200 })
}

/**
 * Turns a command's result into an answer: what `onDone` makes of the value, or the refusal with its status, its field
 * errors and all that was typed. A visitor is sent to sign in with the form kept for afterwards.
 */
export async function answer<T, R>(arrival: Arrival, result: Result<T>, onDone: (value: T) => R | Promise<R>) {
  if (result.ok) return onDone(result.value)
  const { refusal } = result
  if (refusal.status === 401 && refusal.code === 'auth.sign_in') throw await toSignIn(arrival)
  if (refusal.code === 'auth.second_factor')
    throw redirect(localPath(arrival.language, `/account/second-factor?next=${encodeURIComponent(arrival.path)}`))
  if (refusal.status === 404) throw refusalResponse(refusal)
  const fields = refusal.fields ?? {}
  const reply: FormReply = {
    refusal: { code: refusal.code, ...(refusal.values ? { values: refusal.values } : {}) },
    result: arrival.submission?.conform.reply({ hideFields: secrets, fieldErrors: { ...fields } }) ?? {},
    form: formName(arrival),
  }
  return data(reply, { status: refusal.status })
}

async function toSignIn(arrival: Arrival): Promise<Response> {
  const target = new URL(arrival.path, 'http://site')
  const typed = arrival.submission?.conform.reply({ hideFields: secrets }).initialValue
  if (typed && Object.keys(typed).length > 0) target.searchParams.set('held', await holdForm(target.pathname, typed))
  return redirect(
    localPath(arrival.language, `/sign-in?next=${encodeURIComponent(target.pathname + target.search)}&why=expired`),
  )
}

/** Goes to a page of the site in the reader's language, with a notice of what was done (a key of `notices`). */
export function goTo(
  arrival: { readonly language: Language },
  path: string,
  notice?: string,
  headers?: HeadersInit,
): Response {
  const target = new URL(path, 'http://site')
  if (notice) target.searchParams.set('done', notice)
  return redirect(
    localPath(arrival.language, target.pathname + target.search + target.hash),
    headers ? { headers } : {},
  )
}

/** A path given by a reader to return to, if it is one of ours; else the fallback. */
export function safePath(raw: unknown, fallback: string): string {
  if (typeof raw !== 'string' || !raw.startsWith('/') || raw.startsWith('//') || raw.length > 4000) return fallback
  return [...raw].some((sign) => sign === '\\' || sign <= ' ') ? fallback : raw
}
