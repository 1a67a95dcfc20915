import type { ActionFunctionArgs } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actorOf } from '#modules/accounts/server'
import { setClock } from '#platform/clock'
import { castPassword, castSecret, person } from '../../../tests/support/cast.ts'
import { freshDatabase } from '../../../tests/support/database.ts'
import { totpCode } from '../../modules/accounts/totp.server.ts'
import { action as forgotten } from './forgotten.tsx'
import { action as register } from './register.tsx'
import { action as passCode } from './sign-in-second-factor.tsx'
import { action as signIn } from './sign-in.tsx'
import { action as signOut, loader as signOutPage } from './sign-out.tsx'

const at = Date.UTC(2026, 5, 4, 3, 0, 0)

beforeEach(async () => {
  await freshDatabase()
  setClock(() => at)
})
afterEach(() => {
  setClock(null)
})

interface Sent {
  readonly from: string
  readonly cookie?: string
}

function sent(path: string, form: Record<string, string>, { from, cookie }: Sent): ActionFunctionArgs {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', ...(cookie ? { Cookie: cookie } : {}) }
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  })
  return { request, params: {}, context: { nonce: '', requestId: '', address: from } }
}

type Answer = Awaited<ReturnType<typeof signIn>>

/** Status of an answer, whether a page or a redirect. */
const statusOf = (answer: Answer): number => (answer instanceof Response ? answer.status : (answer.init?.status ?? 200))

const headerOf = (answer: Answer, name: string): string | null =>
  answer instanceof Response ? answer.headers.get(name) : null

const cookieOf = (answer: Answer): string => (headerOf(answer, 'Set-Cookie') ?? '').split(';', 1)[0] ?? ''

describe('signing in', () => {
  const tryOut = (email: string, password: string, from: string, path = '/sign-in') =>
    signIn(sent(path, { form: 'sign-in', email, password }, { from }))

  it('gives a cookie that scripts cannot read and goes on where the reader was going', async () => {
    const { email } = await person('an', false)
    const answer = await tryOut(email, castPassword, 'a1', '/en/sign-in?next=%2Ftechnologies%2Ftech_1')
    expect(statusOf(answer)).toBe(302)
    expect(headerOf(answer, 'Location')).toBe('/en/technologies/tech_1')
    expect(headerOf(answer, 'Set-Cookie')).toMatch(/^session=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/)
  })

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example', ''])(
    'never leads to another site: %j',
    async (next) => {
      const { email } = await person('an', false)
      const path = `/sign-in?next=${encodeURIComponent(next)}`
      expect(headerOf(await tryOut(email, castPassword, `b${next}`, path), 'Location')).toBe('/work')
    },
  )

  it('stops after ten wrong passwords for one address, from wherever they come and whether or not it is known', async () => {
    const { email } = await person('cung', false)
    for (const address of [email, 'khong-co@vi-du.example']) {
      const answers: number[] = []
      for (let turn = 0; turn < 11; turn++)
        answers.push(statusOf(await tryOut(address.toUpperCase(), 'sai', `c${String(turn)}`)))
      expect(answers).toEqual([...Array.from({ length: 10 }, () => 422), 429])
    }
    expect(statusOf(await tryOut(email, castPassword, 'c99'))).toBe(429)
  })

  it('forgives after a right password', async () => {
    const { email } = await person('dung', false)
    for (let round = 0; round < 2; round++) {
      for (let turn = 0; turn < 9; turn++) await tryOut(email, 'sai', `d${String(turn)}`)
      expect(statusOf(await tryOut(email, castPassword, 'd'))).toBe(302)
    }
  })
})

describe('the second factor', () => {
  it('comes between password and session, in a cookie of its own', async () => {
    const { email } = await person('em')
    const path = '/sign-in?next=%2Faccount'
    const first = await signIn(sent(path, { form: 'sign-in', email, password: castPassword }, { from: 'e' }))
    expect(headerOf(first, 'Location')).toBe('/sign-in/second-factor?next=%2Faccount')
    const pending = cookieOf(first)
    expect(pending).toMatch(/^pending=/)
    const give = (code: string) =>
      passCode(sent('/sign-in/second-factor?next=%2Faccount', { form: 'code', code }, { from: 'e', cookie: pending }))
    expect(statusOf(await give('000000'))).toBe(400)
    const passed = await give(totpCode(castSecret, at))
    expect(headerOf(passed, 'Location')).toBe('/account')
    expect(headerOf(passed, 'Set-Cookie')).toMatch(/session=[\w-]{20,}.*pending=;/)
  })

  it('without its cookie leads back to the password', async () => {
    const answer = await passCode(sent('/sign-in/second-factor', { form: 'code', code: '1' }, { from: 'f' })).catch(
      (thrown: unknown) => thrown,
    )
    expect(answer instanceof Response && answer.headers.get('Location')).toBe('/sign-in')
  })
})

describe('letters', () => {
  it('go to one address five times an hour at most, whether or not it is known', async () => {
    const { email } = await person('gam', false)
    for (const address of [email, 'khong-co-ai@vi-du.example']) {
      const answers: number[] = []
      for (let turn = 0; turn < 6; turn++)
        answers.push(
          statusOf(
            await forgotten(sent('/forgotten', { form: 'forgotten', email: address }, { from: `g${String(turn)}` })),
          ),
        )
      expect(answers).toEqual([302, 302, 302, 302, 302, 429])
    }
  })
})

describe('registering', () => {
  it('answers a known address exactly as an unknown one', async () => {
    const { email } = await person('hanh', false)
    const form = { form: 'register', name: 'Hạnh', password: 'con mèo trèo cây cau', language: 'vi' }
    const known = await register(sent('/register', { ...form, email }, { from: 'h' }))
    const unknown = await register(sent('/register', { ...form, email: 'moi@vi-du.example' }, { from: 'h' }))
    for (const answer of [known, unknown]) {
      expect(statusOf(answer)).toBe(302)
      expect(headerOf(answer, 'Location')).toBe('/register/sent')
      expect(headerOf(answer, 'Set-Cookie')).toBeNull()
    }
  })
})

describe('signing out', () => {
  it('takes a form, not a link', async () => {
    const { session } = await person('khanh', false)
    const cookie = `session=${session}`
    const asked = new Request('http://127.0.0.1:3000/sign-out', { headers: { Cookie: cookie } })
    const context = { nonce: '', requestId: '', address: 'k' }
    await signOutPage({ request: asked, params: {}, context }).catch(() => undefined)
    expect(await actorOf(session)).toMatchObject({ kind: 'person' })
    const answer = await signOut(sent('/sign-out', {}, { from: 'k', cookie }))
    expect(headerOf(answer, 'Location')).toBe('/?done=signed_out')
    expect(headerOf(answer, 'Set-Cookie')).toMatch(/^session=;.*Max-Age=0/)
    expect(await actorOf(session)).toEqual({ kind: 'visitor' })
  })
})
