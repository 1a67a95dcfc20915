import { PassThrough } from 'node:stream'
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { languageOf, SpeechContext } from '#i18n'
import { messagesOf } from '#i18n/server'
import { busyData, busyResponse, secondsToWait } from '#http'
import { busySeconds } from '#kernel'
import { log } from '#platform/log'

export { application } from './application.server.ts'

function sendsScript(context: EntryContext): boolean {
  return context.staticHandlerContext.matches.some(({ route }) => {
    const handle: unknown = context.routeModules[route.id]?.handle
    return typeof handle === 'object' && handle !== null && 'script' in handle && handle.script === true
  })
}

/** Requests that failed because too much waits, by what Remix hands along with them: seconds to wait. */
const waits = new WeakMap<AppLoadContext, number>()

/** Told once: what answers it may be asked a second time. */
function waitingOf(load: AppLoadContext): number | null {
  const seconds = waits.get(load) ?? null
  waits.delete(load)
  return seconds
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load: AppLoadContext,
) {
  const waiting = waitingOf(load)
  if (waiting !== null) {
    // Remix renders again, with this as what the page failed with.
    throw busyResponse(waiting)
  }
  const seconds = secondsToWait(context.staticHandlerContext.errors)
  if (seconds !== null) headers.set('Retry-After', String(seconds))
  const { language } = languageOf(new URL(request.url).pathname)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  const scripted = sendsScript(context)
  // Without script on the page nothing is handed over to it, and the page is rendered in one piece.
  const handed = scripted ? context : { ...context, serverHandoffStream: undefined as never }
  const page = (
    <SpeechContext.Provider value={{ language, messages: messagesOf(language) }}>
      <RemixServer context={handed} url={request.url} nonce={load.nonce} />
    </SpeechContext.Provider>
  )
  if (!scripted) return new Response(`<!DOCTYPE html>${renderToString(page)}`, { status, headers })
  return new Promise<Response>((resolve, reject) => {
    let shellSent = false
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: load.nonce,
      onAllReady() {
        shellSent = true
        const body = new PassThrough()
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
        pipe(body)
      },
      onShellError: reject,
      onError(error) {
        if (shellSent) log.error({ err: error, requestId: load.requestId }, 'a page broke off')
      },
    })
    setTimeout(abort, 10_000).unref()
  })
}

/** What is answered to script that asks for a page's data, or sends its form. */
export function handleDataRequest(response: Response, { context }: LoaderFunctionArgs): Response | Promise<Response> {
  const waiting = waitingOf(context)
  return waiting === null ? response : busyData(response, waiting)
}

export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  // Gone readers and forms sent to pages that take none are not our faults.
  if (request.signal.aborted || error instanceof Response) return
  if (isRouteErrorResponse(error) && (error.status < 500 || error.status === 503)) return
  const seconds = busySeconds(error)
  if (seconds !== null) {
    waits.set(context, seconds)
    log.warn({ requestId: context.requestId, why: String(error) }, 'too much waits')
    return
  }
  log.error({ err: error, requestId: context.requestId }, 'a page failed')
}
