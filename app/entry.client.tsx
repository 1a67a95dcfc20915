import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { type Messages, SpeechContext } from '#i18n'

/**
 * Remix waits for the page's data by suspending its first render. React fails (error 345) at whatever is typed or
 * pressed meanwhile, for no boundary is above the document: so that wait comes before the render.
 */
async function dataOfPage(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (thrown) {
    if (thrown instanceof Promise) await thrown
  }
}

async function start(): Promise<void> {
  const language = document.documentElement.lang === 'en' ? 'en' : 'vi'
  const [messages] = await Promise.all([
    language === 'en'
      ? import('./i18n/en/index.ts').then(({ en }): Messages => en)
      : import('./i18n/vi/index.ts').then(({ vi }): Messages => vi),
    dataOfPage(),
  ])
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
