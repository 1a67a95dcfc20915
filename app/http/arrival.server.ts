import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import type { z } from 'zod'
import { languageOf, localPath } from '#i18n'
import { done, type Language, refuse, type Refusal, type Result } from '#kernel'
import { type Actor, visitor } from '#modules/accounts'
import { actorOf } from '#modules/accounts/server'
import { sessionCookie } from './cookies.server.ts'
import { type Submission, readSubmission } from './form.server.ts'

export type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs

/** What every loader and action starts from. */
export interface Arrival {
  readonly actor: Actor
  readonly language: Language
  readonly url: URL
  /** Path on the site without the language prefix, for returning to it. */
  readonly path: string
  readonly request: Request
  /** What a form sent; null on a read. */
  readonly submission: Submission | null
  /** The form's values, tidied: NFC, trimmed, well-formed. Empty on a read. Commands check their shape. */
  readonly form: Readonly<Record<string, unknown>>
  readonly requestId: string
  readonly address: string
}

const actors = new WeakMap<object, Promise<Actor>>()

/** The actor of a request, found once however many loaders ask. */
async function actorFor(args: RouteArgs): Promise<Actor> {
  const known = actors.get(args.context)
  if (known) return known
  const cookie = sessionCookie.read(args.request)
  const found = cookie === null ? Promise.resolve(visitor) : actorOf(cookie)
  actors.set(args.context, found)
  return found
}

/**
 * Finds out who asks, in which language, and what a form holds.
 *
 * @throws Response 400 or 413 when the form cannot be read
 */
export async function arrive(args: RouteArgs): Promise<Arrival> {
  const { request, context } = args
  const url = new URL(request.url)
  const { language, path } = languageOf(url.pathname)
  const actor = await actorFor(args)
  const write = request.method !== 'GET' && request.method !== 'HEAD'
  const submission = write ? unwrap(await readSubmission(request)) : null
  return {
    actor,
    language,
    url,
    path: path + url.search,
    request,
    submission,
    form: submission?.values ?? {},
    requestId: context.requestId,
    address: context.address,
  }
}

/** Checks a route's parameters or query by a schema; anything else is not found. */
export function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw)
  if (!parsed.success) throw refusalResponse({ code: 'not_found', status: 404 })
  return parsed.data
}

/** The query of an address as an object; a name given several times becomes a list. */
export function queryOf(url: URL): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {}
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams
      .getAll(name)
      .map((value) => value.toWellFormed().replaceAll('\u0000', '').normalize('NFC'))
    query[name] = values.length > 1 ? values : (values[0] ?? '')
  }
  return query
}

/** A refusal as a thrown answer: the nearest error page explains it in the reader's language. */
export function refusalResponse(refusal: Refusal): Response {
  return Response.json(
    { code: refusal.code, values: refusal.values ?? {} },
    { status: refusal.status, headers: { 'Cache-Control': 'no-store' } },
  )
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw refusalResponse(result.refusal)
  return result.value
}

/**
 * The value of a result, or the answer that explains the refusal: to the sign-in page for a visitor, to the second
 * factor's page for who lacks it, else an error page. For loaders.
 */
export function demand<T>(arrival: Pick<Arrival, 'language' | 'path'>, result: Result<T>): T {
  if (result.ok) return result.value
  const { refusal } = result
  const back = encodeURIComponent(arrival.path)
  if (refusal.status === 401) throw redirect(localPath(arrival.language, `/sign-in?next=${back}`))
  if (refusal.code === 'auth.second_factor')
    throw redirect(localPath(arrival.language, `/account/second-factor?next=${back}`))
  throw refusalResponse(refusal)
}

/** `done` for a value that may be missing: null becomes 404. */
export function found<T>(value: T | null | undefined): Result<T> {
  return value === null || value === undefined ? refuse('not_found', 404) : done(value)
}
