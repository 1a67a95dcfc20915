import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Language } from '#kernel'

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What another theme or another width can break that was right on a wide bright screen. */
const ofThemeAndWidth = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'region']

/** Collects what the browser complains of on a page, also what the content security policy stopped. */
export function watch(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  return faults
}

/** What is wrong with the page that stands open, on a wide bright screen and on a narrow dark one. */
export async function look(page: Page, language: Language): Promise<string[]> {
  const { pathname, search } = new URL(page.url())
  const faults: string[] = []
  const wrong = (what: string): void => {
    faults.push(`${pathname}${search}: ${what}`)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ colorScheme: 'light' })
  const facts = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title.trim(),
    headings: document.querySelectorAll('h1').length,
  }))
  if (facts.lang !== language) wrong(`lang is ${facts.lang}`)
  if (facts.title === '') wrong('has no title')
  if (facts.headings !== 1) wrong(`has ${String(facts.headings)} first headings`)
  const wide = await new AxeBuilder({ page }).setLegacyMode().withTags(standards).analyze()
  await page.setViewportSize({ width: 360, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (beyond > 0) wrong(`is ${String(beyond)} px too wide for 360 px`)
  const narrow = await new AxeBuilder({ page }).setLegacyMode().withRules(ofThemeAndWidth).analyze()
  for (const { how, found } of [
    { how: 'wide, bright', found: wide },
    { how: 'narrow, dark', found: narrow },
  ])
    for (const { id, nodes } of found.violations)
      wrong(`${id} (${how}) at ${nodes.map(({ target }) => target.join(' ')).join('; ')}`)
  return faults
}
