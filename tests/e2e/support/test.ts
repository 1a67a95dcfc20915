import { type Browser, type Page, test as plain } from '@playwright/test'
import { someAddress } from './address.ts'
import { signedIn } from './sign-in.ts'

/** How a reader reads: theme, width, with or without script. */
export interface Reading {
  readonly script?: boolean
  readonly width?: number
  readonly dark?: boolean
}

interface Exchange {
  /** A page of somebody of the demonstration, signed in, in a browser of their own. */
  readonly as: (key: string, reading?: Reading) => Promise<Page>
  /** A page of a visitor, in a browser of their own. */
  readonly visitor: (reading?: Reading) => Promise<Page>
}

/** The test of the journeys: every test comes from another place, and can have several people at work. */
export const test = plain.extend<Exchange>({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use) => {
    await use({ ...extraHTTPHeaders, 'X-Forwarded-For': someAddress() })
  },
  // A page that does not come is told as what was waited for, not as a test that took too long.
  actionTimeout: async ({ actionTimeout }, use) => {
    await use(Math.max(actionTimeout, 15_000))
  },
  visitor: async ({ browser }, use) => {
    await use((reading) => pageFor(browser, reading))
  },
  as: async ({ browser, baseURL }, use) => {
    await use(async (key, reading) => {
      const page = await pageFor(browser, reading)
      await page.context().addCookies(await signedIn(baseURL ?? '', key))
      return page
    })
  },
})

/** Playwright closes what a test opened. */
async function pageFor(browser: Browser, { script = true, width = 1280, dark = false }: Reading = {}): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
  })
  return context.newPage()
}
