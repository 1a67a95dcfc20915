import { useFetcher } from '@remix-run/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Issue } from '#kernel'
import type { Gap, Step } from '#modules/technologies'

/** What the action answers to a save by the way. */
export interface SavedByTheWay {
  readonly saved: { readonly version: number; readonly at: number; readonly missing: readonly Gap[] } | null
  readonly refusal: { readonly code: string; readonly issues: readonly Issue[] } | null
}

export type SavingState =
  | { readonly kind: 'still' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'refused'; readonly code: string; readonly issues: readonly Issue[] }

const pause = 1500

/**
 * Saves a step's form when its writer pauses, by a request of its own that leaves the page and the focus alone. A form
 * that is sent while such a save is under way waits for it, since the save makes a new version.
 */
export function useAutosave(step: Step, paused: boolean) {
  const fetcher = useFetcher<SavedByTheWay>()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const dirty = useRef(false)
  const waiting = useRef<HTMLElement | null>(null)
  // What React has rendered lags behind a press: whether a save is under way is known here at once.
  const underWay = useRef(false)
  const [version, setVersion] = useState<number | null>(null)
  const [missing, setMissing] = useState<readonly Gap[] | null>(null)
  const [state, setState] = useState<SavingState>({ kind: 'still' })
  const formOf = () => document.getElementById(step) as HTMLFormElement | null

  const send = (): void => {
    const form = formOf()
    if (!form || !dirty.current || underWay.current) return
    dirty.current = false
    underWay.current = true
    const fields = new FormData(form)
    fields.set('autosave', 'on')
    setState({ kind: 'saving' })
    fetcher.submit(fields, { method: 'post', action: location.pathname })
  }

  useEffect(() => {
    if (fetcher.state !== 'idle' || !fetcher.data) return
    const { saved, refusal } = fetcher.data
    if (saved) {
      setVersion(saved.version)
      setMissing(saved.missing)
      setState({ kind: 'saved', at: saved.at })
    } else setState({ kind: 'refused', code: refusal?.code ?? 'bug', issues: refusal?.issues ?? [] })
  }, [fetcher.state, fetcher.data])

  // The hidden field holds the new version once this has been rendered.
  useEffect(() => {
    if (state.kind === 'still' || state.kind === 'saving') return
    underWay.current = false
    const submitter = waiting.current
    waiting.current = null
    if (submitter) formOf()?.requestSubmit(submitter)
    else if (dirty.current && state.kind === 'saved') timer.current = setTimeout(send, pause)
  }, [state])

  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current)
    },
    [],
  )

  return {
    version,
    missing,
    state,
    handlers: {
      onInput: (): void => {
        if (paused || (state.kind === 'refused' && state.code === 'version_conflict')) return
        dirty.current = true
        if (timer.current) clearTimeout(timer.current)
        timer.current = setTimeout(send, pause)
      },
      onBlur: (): void => {
        if (timer.current && dirty.current) {
          clearTimeout(timer.current)
          timer.current = setTimeout(send, 0)
        }
      },
      onSubmitCapture: (event: FormEvent<HTMLElement>): void => {
        const { submitter } = event.nativeEvent as SubmitEvent
        if (submitter?.getAttribute('name') === '__intent__') {
          dirty.current = true
          if (timer.current) clearTimeout(timer.current)
          timer.current = setTimeout(send, pause)
          return
        }
        if (timer.current) clearTimeout(timer.current)
        dirty.current = false
        if (!underWay.current) return
        event.preventDefault()
        event.stopPropagation()
        waiting.current = submitter
      },
    },
  }
}

export type Autosave = ReturnType<typeof useAutosave>
