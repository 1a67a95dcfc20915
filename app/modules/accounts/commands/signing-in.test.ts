import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countQueries, reader, transaction } from '#db'
import { now, setClock } from '#platform/clock'
import { drainOutbox } from '#platform/jobs'
import { letters } from '#platform/mail'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { people, tokens } from '../accounts.tables.server.ts'
import type { Actor } from '../actor.ts'
import { ownSessions } from '../queries/own-account.server.ts'
import { actorOf, startSession } from '../sessions.server.ts'
import { askLetter, writeAskedLetters } from './ask-letter.server.ts'
import { changePassword } from './change-password.server.ts'
import { confirmEmail } from './confirm-email.server.ts'
import { editProfile } from './edit-profile.server.ts'
import { endAllOtherSessions, endOneSession } from './end-sessions.server.ts'
import { register } from './register.server.ts'
import { resetPassword } from './reset-password.server.ts'
import { signIn } from './sign-in.server.ts'

writeAskedLetters()

beforeEach(freshDatabase)
afterEach(() => {
  setClock(null)
})

const an = {
  name: 'Nguyễn Thị Ân',
  email: 'an@vi-du.example',
  password: 'con mèo trèo cây cau',
  language: 'vi',
} as const

async function lettersTo(recipient: string): Promise<string[]> {
  await drainOutbox()
  const { letters: found } = await letters(reader(), { recipient, limit: 50, offset: 0 })
  return found.map(({ body }) => body).reverse()
}

async function secretTo(recipient: string, page: 'confirm' | 'reset'): Promise<string> {
  const secret = (await lettersTo(recipient)).at(-1)?.match(new RegExp(`/${page}/([\\w-]+)`))?.[1]
  if (secret === undefined) throw new Error(`no link to ${page}`)
  return secret
}

async function registered(): Promise<void> {
  await register(an, null)
  await confirmEmail(await secretTo(an.email, 'confirm'))
}

async function session(password: string = an.password): Promise<Actor> {
  const step = await signIn({ email: an.email, password }, 'Firefox')
  if (!step.ok || step.value.next !== 'session') throw new Error('not signed in')
  return actorOf(step.value.session)
}

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? null : result.refusal?.code)

describe('registering', () => {
  it('writes a letter whose link confirms the address once', async () => {
    await register({ ...an, email: 'AN@vi-du.example' }, '/technologies/tech_1')
    expect(await session()).toMatchObject({ kind: 'person', email: an.email, emailConfirmed: false })
    const [letter] = await lettersTo(an.email)
    expect(letter).toContain('?next=%2Ftechnologies%2Ftech_1')
    const secret = await secretTo(an.email, 'confirm')
    expect(codeOf(await confirmEmail('x'.repeat(43)))).toBe('token_ended')
    expect(codeOf(await confirmEmail(secret))).toBeNull()
    expect(codeOf(await confirmEmail(secret))).toBe('token_ended')
    expect(await session()).toMatchObject({ emailConfirmed: true })
  })

  it('answers the same for an address that is known, and tells its owner', async () => {
    const first = await register(an, null)
    await confirmEmail(await secretTo(an.email, 'confirm'))
    const second = await register({ ...an, name: 'Người khác', password: 'một mật khẩu khác hẳn' }, null)
    expect(second).toEqual(first)
    expect((await lettersTo(an.email)).at(-1)).toContain('đã có tài khoản')
    expect(await reader().select().from(people)).toHaveLength(1)
    expect(await session()).toMatchObject({ name: an.name })
  })

  it('again before confirming starts anew: only the newest password and letter count', async () => {
    await register({ ...an, password: 'mật khẩu của kẻ khác' }, null)
    const theirs = await session('mật khẩu của kẻ khác')
    const oldLink = await secretTo(an.email, 'confirm')
    await register(an, null)
    expect(codeOf(await confirmEmail(oldLink))).toBe('token_ended')
    expect(codeOf(await signIn({ email: an.email, password: 'mật khẩu của kẻ khác' }, ''))).toBe('sign_in_wrong')
    const sessions = await ownSessions(theirs)
    expect(sessions.ok && sessions.value).toEqual([])
  })

  it('keeps neither password nor token in the clear', async () => {
    await register(an, null)
    const secret = await secretTo(an.email, 'confirm')
    const [person] = await reader().select().from(people)
    expect(person?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const [token] = await reader().select().from(tokens)
    expect(token?.id).not.toContain(secret)
    expect(token?.expiresAt).toBe((token?.createdAt ?? 0) + 3 * 86_400_000)
  })

  it('refuses weak passwords at their field', async () => {
    const refused = await register({ ...an, password: 'nguyenthian2024' }, null)
    expect(refused).toMatchObject({ refusal: { fields: { password: [{ code: 'password_own' }] } } })
  })

  it('the link ends after three days, and can be asked for again', async () => {
    await register(an, null)
    const secret = await secretTo(an.email, 'confirm')
    const start = now()
    setClock(() => start + 3 * 86_400_000 + 1)
    expect(codeOf(await confirmEmail(secret))).toBe('token_ended')
    await askLetter('confirm', { email: an.email }, null)
    expect(codeOf(await confirmEmail(await secretTo(an.email, 'confirm')))).toBeNull()
  })
})

describe('signing in', () => {
  it('answers the same for a wrong password and an unknown address', async () => {
    await registered()
    const wrong = await signIn({ email: an.email, password: 'sai mật khẩu' }, '')
    const unknown = await signIn({ email: 'khong-co@vi-du.example', password: 'sai mật khẩu' }, '')
    expect(wrong).toEqual(unknown)
    expect(codeOf(wrong)).toBe('sign_in_wrong')
  })

  it('makes an actor in three queries at most', async () => {
    await registered()
    const step = await signIn({ email: an.email, password: an.password }, '')
    const session = step.ok && step.value.next === 'session' ? step.value.session : ''
    const spent = await countQueries(async (queries) => {
      await actorOf(session)
      return queries()
    })
    expect(spent).toBeLessThanOrEqual(3)
  })

  it('takes an address in any case', async () => {
    await registered()
    expect(codeOf(await signIn({ email: 'An@VI-DU.example', password: an.password }, ''))).toBeNull()
  })
})

describe('a forgotten password', () => {
  it('gives the same answer for an unknown address and writes nothing', async () => {
    await registered()
    const known = await askLetter('reset', { email: an.email }, null)
    const unknown = await askLetter('reset', { email: 'khong-co@vi-du.example' }, null)
    expect(unknown).toEqual(known)
    expect(await lettersTo('khong-co@vi-du.example')).toEqual([])
  })

  it('is set anew by the link, once, within the hour, and ends all sessions', async () => {
    await registered()
    const before = await session()
    await askLetter('reset', { email: an.email }, null)
    const secret = await secretTo(an.email, 'reset')
    expect(codeOf(await resetPassword(secret, { newPassword: 'nguyenthian1' }))).toBe('form.invalid')
    expect(codeOf(await resetPassword(secret, { newPassword: 'một câu dài để nhớ' }))).toBeNull()
    expect(codeOf(await resetPassword(secret, { newPassword: 'một câu dài khác' }))).toBe('token_ended')
    const sessions = await ownSessions(before)
    expect(sessions.ok && sessions.value).toEqual([])
    expect(codeOf(await signIn({ email: an.email, password: an.password }, ''))).toBe('sign_in_wrong')
    expect(await session('một câu dài để nhớ')).toMatchObject({ kind: 'person' })
  })

  it('has a link that ends after an hour and gives way to a newer one', async () => {
    await registered()
    await askLetter('reset', { email: an.email }, null)
    const first = await secretTo(an.email, 'reset')
    await askLetter('reset', { email: an.email }, null)
    const second = await secretTo(an.email, 'reset')
    expect(codeOf(await resetPassword(first, { newPassword: 'một câu dài để nhớ' }))).toBe('token_ended')
    const start = now()
    setClock(() => start + 3_600_001)
    expect(codeOf(await resetPassword(second, { newPassword: 'một câu dài để nhớ' }))).toBe('token_ended')
  })
})

describe('one’s own account', () => {
  it('changes its password against the present one and ends the other sessions', async () => {
    await registered()
    const here = await session()
    await session()
    const change = (currentPassword: string, newPassword: string) =>
      changePassword(here, { currentPassword, newPassword })
    expect(await change('sai', 'một câu dài để nhớ')).toMatchObject({
      refusal: { fields: { currentPassword: [{ code: 'password_wrong' }] } },
    })
    expect(await change(an.password, an.password)).toMatchObject({
      refusal: { fields: { newPassword: [{ code: 'password_same' }] } },
    })
    expect(await change(an.password, 'một câu dài để nhớ')).toEqual({ ok: true, value: 1 })
    const sessions = await ownSessions(here)
    expect(sessions.ok && sessions.value.map(({ present }) => present)).toEqual([true])
  })

  it('ends one session or all others, never another person’s', async () => {
    await registered()
    const here = await session()
    await session()
    await register({ ...an, email: 'binh@vi-du.example' }, null)
    const [binh] = await reader().select().from(people).where(eq(people.email, 'binh@vi-du.example'))
    const theirs = await actorOf(await startSession(binh?.id ?? '', 'Chrome'))
    const theirId = theirs.kind === 'person' ? theirs.sessionId : ''
    expect(codeOf(await endOneSession(here, { session: theirId }))).toBe('not_found')
    const sessions = await ownSessions(here)
    const other = sessions.ok ? sessions.value.find(({ present }) => !present) : undefined
    expect(codeOf(await endOneSession(here, { session: other?.id }))).toBeNull()
    await session()
    expect(await endAllOtherSessions(here)).toEqual({ ok: true, value: 1 })
    const kept = await ownSessions(theirs)
    expect(kept.ok && kept.value).toHaveLength(1)
  })

  it('saves the profile unless somebody saved it meanwhile', async () => {
    await registered()
    const here = await session()
    const profile = { name: 'Nguyễn Thị Ân Nhi', language: 'en', version: '1' }
    expect(codeOf(await editProfile(here, profile))).toBeNull()
    expect(codeOf(await editProfile(here, profile))).toBe('version_conflict')
  })

  it('cannot have the address of another in any case', async () => {
    await registered()
    const [person] = await reader().select().from(people)
    const twin = transaction(async (tx) => {
      await tx.insert(people).values({ ...person, id: 'person_twin' } as typeof people.$inferInsert)
    })
    await expect(twin).rejects.toThrow()
  })
})
