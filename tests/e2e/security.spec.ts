import { expect } from '@playwright/test'
import { demonstrationTechnologies } from '../../db/seed/content/technologies.ts'
import { messagesOf } from '#i18n/server'
import { heading, password } from './support/people.ts'
import { test } from './support/test.ts'

const pages = ['/', '/en', '/search', '/sign-in', '/khong-co-trang-nay']

for (const page of pages)
  test(`what ${page} says to browsers`, async ({ request }) => {
    const headers = (await request.get(page)).headers()
    const policy = new Map(
      (headers['content-security-policy'] ?? '').split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(/\s+/)
        return [name, sources] as const
      }),
    )
    expect(policy.get('default-src')).toEqual(["'self'"])
    expect(policy.get('script-src')).toContainEqual(expect.stringMatching(/^'nonce-[\w+/=-]{16,}'$/))
    expect(policy.get('object-src')).toEqual(["'none'"])
    expect(policy.get('base-uri')).toEqual(["'none'"])
    expect(policy.get('form-action')).toEqual(["'self'"])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(headers['content-security-policy']).not.toMatch(/unsafe-|\*/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
    })
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers).not.toHaveProperty('x-powered-by')
  })

test('the nonce of a page serves once', async ({ request }) => {
  const nonce = async () => /'nonce-([^']+)'/.exec((await request.get('/')).headers()['content-security-policy'] ?? '')
  expect((await nonce())?.[1]).not.toBe((await nonce())?.[1])
})

test('cookies are kept from scripts and from other sites', async ({ page, context }) => {
  const { accounts } = messagesOf('vi')
  await page.goto('/sign-in')
  await page.getByLabel(accounts.email).fill('quan-tri-san@vi-du.example')
  await page.getByLabel(accounts.password).fill(password)
  await page.getByRole('button', { name: accounts.signIn.submit }).click()
  await expect(heading(page)).toHaveText(accounts.factor.title)
  const pending = await context.cookies()
  await page.getByLabel(accounts.factor.code).fill(await shownCode(page.getByText(accounts.factor.shown).textContent()))
  await page.getByRole('button', { name: accounts.factor.submit }).click()
  await expect(heading(page)).toHaveText(messagesOf('vi').messaging.work.title)
  const cookies = await context.cookies()
  expect(cookies.map(({ name }) => name)).toEqual(['session'])
  for (const cookie of [...pending, ...cookies])
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(pending.length).toBe(1)
})

async function shownCode(text: Promise<string | null>): Promise<string> {
  return (
    /(\d{3}) (\d{3})/
      .exec((await text) ?? '')
      ?.slice(1)
      .join('') ?? ''
  )
}

test('a form that is posted from another site is refused', async ({ as, baseURL }) => {
  const page = await as('nguyen-duc-toan')
  for (const headers of [{ Origin: 'https://noi-khac.example' }, { Origin: 'null' }]) {
    const answer = await page.request.post('/sign-out', { headers, form: {} })
    expect(answer.status()).toBe(403)
  }
  await page.goto('/work')
  await expect(heading(page)).toHaveText(messagesOf('vi').messaging.work.title)
  expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? '').origin)
})

test('pages of one’s own are kept in no cache and open to nobody else', async ({ as, request }) => {
  const page = await as('nguyen-duc-toan')
  const own = await page.goto('/account')
  expect(own?.headers()['cache-control']).toMatch(/private|no-store/)
  const stranger = await request.get('/account', { maxRedirects: 0 })
  expect(stranger.status()).toBe(302)
  expect(stranger.headers()['location']).toContain('/sign-in')
})

test.describe('what a technology keeps confidential', () => {
  const closed = demonstrationTechnologies.filter(
    ({ state, profile }) => state === 'published' && profile.visibility?.solution === 'confidential',
  )
  expect(closed.length).toBeGreaterThan(0)

  for (const { key, profile } of closed)
    test(`${key}: is nowhere to be read or found`, async ({ page, request }) => {
      const { search } = messagesOf('vi').catalogue
      const { title = '', problem = '', solution = '' } = profile.texts?.vi ?? {}
      // A passage that stands nowhere else.
      const passage = solution.slice(0, 80)
      expect(passage.length).toBeGreaterThan(60)
      await page.goto('/')
      await page.getByLabel(search.label).fill(title)
      await page.getByRole('search').getByRole('button', { name: search.submit }).click()
      await page.getByRole('link', { name: title }).click()
      await expect(heading(page)).toHaveText(title)
      expect(await page.content()).toContain(problem.slice(0, 80))
      const { pathname } = new URL(page.url())
      for (const path of [pathname, `/en${pathname}`, `${pathname}.data`, `/en${pathname}.data`]) {
        const answer = await request.get(path)
        expect(await answer.text(), path).not.toContain(passage)
      }
      const schema = await page.locator('script[type="application/ld+json"]').textContent()
      expect(schema).not.toContain(passage)
      const found = await request.get(`/search?q=${encodeURIComponent(passage)}`)
      expect(await found.text()).not.toContain(`>${passage}`)
    })
})
