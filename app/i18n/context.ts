import { createContext, useContext } from 'react'
import type { Language } from '#kernel'
import { type Formats, formats } from './formats.ts'
import type { Messages } from './messages.ts'

interface Speech {
  readonly language: Language
  readonly messages: Messages
}

export const SpeechContext = createContext<Speech | null>(null)

function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('A component outside the site')
  return speech
}

/** The words of the page's language. */
export function useMessages(): Messages {
  return useSpeech().messages
}

export function useLanguage(): Language {
  return useSpeech().language
}

/** How the page's language writes numbers, money and dates. */
export function useFormats(): Formats {
  return formats(useSpeech().language)
}
