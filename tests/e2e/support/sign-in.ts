import { expect, request } from '@playwright/test'
import { demonstrationPassword } from '../../../db/seed/password.ts'
import { messagesOf } from '#i18n/server'
import { someAddress } from './address.ts'

type Cookies = Awaited<ReturnType<Awaited<ReturnType<typeof request.newContext>>['storageState']>>['cookies']

const sessions = new Map<string, Promise<Cookies>>()

/** The cookies of somebody of the demonstration; signs in once in each process that tests run in. */
export function signedIn(baseURL: string, key: string): Promise<Cookies> {
  const known = sessions.get(key)
  if (known) return known
  const made = signIn(baseURL, key)
  sessions.set(key, made)
  return made
}

/** By password and, where it is asked, by the code that the page shows for accounts of the demonstration. */
async function signIn(baseURL: string, key: string): Promise<Cookies> {
  const { factor } = messagesOf('vi').accounts
  const session = await request.newContext({ baseURL, extraHTTPHeaders: { 'X-Forwarded-For': someAddress() } })
  const answer = await session.post('/sign-in', {
    form: { form: 'sign-in', email: `${key}@vi-du.example`, password: demonstrationPassword },
  })
  const code = new RegExp(`${factor.shown}: (\\d{3}) (\\d{3})`).exec(await answer.text())
  if (code) await session.post(answer.url(), { form: { form: 'code', code: `${code[1] ?? ''}${code[2] ?? ''}` } })
  const { cookies } = await session.storageState()
  expect(cookies, `${key} could not sign in`).toContainEqual(expect.objectContaining({ name: 'session' }))
  await session.dispose()
  return cookies
}
