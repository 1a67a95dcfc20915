import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { reader, transaction } from '#db'
import { now, setClock } from '#platform/clock'
import { letters } from '#platform/mail'
import { castPassword, castSecret, person, troupe } from '../../../../tests/support/cast.ts'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { people, recoveryCodes } from '../accounts.tables.server.ts'
import { ownSecondFactor } from '../queries/own-second-factor.server.ts'
import { actorOf, startSession } from '../sessions.server.ts'
import { totpCode } from '../totp.server.ts'
import { renewOwnRecoveryCodes, switchSecondFactorOff } from './change-second-factor.server.ts'
import { changePassword } from './change-password.server.ts'
import { beginSecondFactor, confirmSecondFactor } from './enrol-second-factor.server.ts'
import { passSecondFactor, pendingSecondFactor } from './pass-second-factor.server.ts'
import { signIn } from './sign-in.server.ts'

let time = 0

beforeEach(async () => {
  await freshDatabase()
  time = Date.UTC(2026, 5, 4, 3, 0, 0)
  setClock(() => time)
})
afterEach(() => {
  setClock(null)
})

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? null : result.refusal?.code)

async function pendingFor(email: string): Promise<string> {
  const step = await signIn({ email, password: castPassword }, 'Firefox')
  if (!step.ok || step.value.next !== 'second_factor') throw new Error('no second factor asked')
  return step.value.pending
}

const pass = (pending: string, code: string) => passSecondFactor(pending, { code }, 'Firefox')

describe('after the password', () => {
  it('the code starts the session, and serves once', async () => {
    const { email, personId } = await person('an')
    const code = totpCode(castSecret, now())
    const pending = await pendingFor(email)
    const passed = await pass(pending, `${code.slice(0, 3)} ${code.slice(3)}`)
    if (!passed.ok) throw new Error('not passed')
    expect(await actorOf(passed.value.session)).toMatchObject({ personId, secondFactor: true })
    expect(codeOf(await pass(pending, totpCode(castSecret, now() + 30_000)))).toBe('token_ended')
    expect(await pass(await pendingFor(email), code)).toMatchObject({
      refusal: { fields: { code: [{ code: 'code_wrong', values: { left: 4 } }] } },
    })
    time += 30_000
    expect(codeOf(await pass(await pendingFor(email), totpCode(castSecret, now())))).toBeNull()
  })

  it('the code serves once even when it comes twice at the same time', async () => {
    const { email } = await person('an')
    const [first, second] = [await pendingFor(email), await pendingFor(email)]
    const code = totpCode(castSecret, now())
    const both = await Promise.all([pass(first, code), pass(second, code)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('five wrong codes end the attempt, whatever comes then, and the owner is told', async () => {
    const { email } = await person('an')
    const pending = await pendingFor(email)
    for (let left = 4; left > 0; left--)
      expect(await pass(pending, '000000')).toMatchObject({ refusal: { fields: { code: [{ values: { left } }] } } })
    expect(codeOf(await pass(pending, '000000'))).toBe('token_ended')
    expect(codeOf(await pass(pending, totpCode(castSecret, now())))).toBe('token_ended')
    const { letters: written } = await letters(reader(), { recipient: email, limit: 5, offset: 0 })
    expect(written).toHaveLength(1)
  })

  it('the attempt ends after ten minutes', async () => {
    const { email } = await person('an')
    const pending = await pendingFor(email)
    expect(await pendingSecondFactor(pending)).toMatchObject({ shownCode: null })
    time += 600_001
    expect(await pendingSecondFactor(pending)).toBeNull()
    expect(codeOf(await pass(pending, totpCode(castSecret, now())))).toBe('token_ended')
  })

  it('shows the code of a demonstration account, and lets it come again', async () => {
    const { email, personId } = await person('an')
    await transaction(async (tx) => {
      await tx.update(people).set({ demonstration: true }).where(eq(people.id, personId))
    })
    for (let reader = 0; reader < 2; reader++) {
      const pending = await pendingFor(email)
      const shown = (await pendingSecondFactor(pending))?.shownCode ?? ''
      expect(codeOf(await pass(pending, shown))).toBeNull()
    }
    const actor = await actorOf(await startSession(personId, ''))
    expect(codeOf(await changePassword(actor, { currentPassword: castPassword, newPassword: 'một câu dài' }))).toBe(
      'demonstration_account',
    )
    expect(
      codeOf(await switchSecondFactorOff(actor, { currentPassword: castPassword, code: totpCode(castSecret, now()) })),
    ).toBe('demonstration_account')
  })
})

describe('one’s own second factor', () => {
  async function enrolled() {
    const { email, personId, session } = await person('an', false)
    const actor = await actorOf(session)
    await beginSecondFactor(actor)
    const [row] = await reader().select().from(people)
    const secret = row?.totpSecret ?? ''
    const codes = await confirmSecondFactor(actor, { code: totpCode(secret, now()) })
    if (!codes.ok) throw new Error('not confirmed')
    time += 60_000
    return { email, personId, secret, codes: codes.value, actor: await actorOf(session) }
  }

  it('is set up by a code of the app, and ends the sessions that have not passed it', async () => {
    const { personId, session } = await person('an', false)
    const other = await startSession(personId, 'Chrome')
    const actor = await actorOf(session)
    expect(await ownSecondFactor(actor, 'vi')).toMatchObject({ value: { state: 'off' } })
    await beginSecondFactor(actor)
    const begun = await ownSecondFactor(actor, 'vi')
    if (!begun.ok || begun.value.state !== 'begun') throw new Error('not begun')
    expect(begun.value.picture).toMatch(/^data:image\/svg\+xml;base64,/)
    const secret = begun.value.secret.replaceAll(' ', '')
    expect(codeOf(await confirmSecondFactor(actor, { code: '000000' }))).toBe('form.invalid')
    const confirmed = await confirmSecondFactor(actor, { code: totpCode(secret, now()) })
    expect(confirmed.ok && new Set(confirmed.value).size).toBe(10)
    expect(await actorOf(other)).toEqual({ kind: 'visitor' })
    expect(await actorOf(session)).toMatchObject({ secondFactor: true })
    expect(codeOf(await beginSecondFactor(actor))).toBe('wrong_state')
    expect(codeOf(await confirmSecondFactor(actor, { code: totpCode(secret, now() + 30_000) }))).toBe('wrong_state')
  })

  it('a recovery code stands in once, and is kept hashed', async () => {
    const { email, codes } = await enrolled()
    const [code = ''] = codes
    const rows = await reader().select().from(recoveryCodes)
    expect(rows.every(({ hash }) => !codes.includes(hash))).toBe(true)
    expect(codeOf(await pass(await pendingFor(email), code.toUpperCase()))).toBeNull()
    expect(codeOf(await pass(await pendingFor(email), code))).toBe('form.invalid')
  })

  it('new recovery codes end the old', async () => {
    const { email, secret, codes, actor } = await enrolled()
    const renewed = await renewOwnRecoveryCodes(actor, { code: totpCode(secret, now()) })
    expect(renewed.ok && renewed.value).toHaveLength(10)
    expect(codeOf(await pass(await pendingFor(email), codes[0] ?? ''))).toBe('form.invalid')
    expect(codeOf(await pass(await pendingFor(email), renewed.ok ? (renewed.value[0] ?? '') : ''))).toBeNull()
  })

  it('goes off against password and code', async () => {
    const { email, secret, actor } = await enrolled()
    const off = (currentPassword: string, code: string) => switchSecondFactorOff(actor, { currentPassword, code })
    expect(codeOf(await off('sai mật khẩu', totpCode(secret, now())))).toBe('form.invalid')
    expect(codeOf(await off(castPassword, '000000'))).toBe('form.invalid')
    expect(codeOf(await off(castPassword, totpCode(secret, now())))).toBeNull()
    expect(await signIn({ email, password: castPassword }, '')).toMatchObject({ value: { next: 'session' } })
  })

  it('stays on while a role needs it', async () => {
    const { signatory, member } = await troupe('vien', 'institute')
    const off = async (session: string) =>
      switchSecondFactorOff(await actorOf(session), {
        currentPassword: castPassword,
        code: totpCode(castSecret, now()),
      })
    expect(codeOf(await off(signatory.session))).toBe('factor_needed')
    expect(codeOf(await off(member.session))).toBeNull()
  })
})
