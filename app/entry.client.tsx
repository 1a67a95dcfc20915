import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { type Messages, SpeechContext } from '#i18n'

async function start(): Promise<void> {
  const language = document.documentElement.lang === 'en' ? 'en' : 'vi'
  const messages: Messages =
    language === 'en' ? (await import('./i18n/en/index.ts')).en : (await import('./i18n/vi/index.ts')).vi
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <SpeechContext.Provider value={{ language, messages }}>
          <RemixBrowser />
        </SpeechContext.Provider>
      </StrictMode>,
    )
  })
}

void start()
