import { expect, type Page } from '@playwright/test'
import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import { languages } from '#kernel'
import { look, watch } from './support/look.ts'
import { expectNotice, heading, mark } from './support/people.ts'
import { test } from './support/test.ts'

/** A word no list of terms has. */
const wordOf = (number: string): string =>
  `zu${[...number].map((digit) => 'abcdeghikl'.charAt(Number(digit))).join('')}`

/** It is the same page without script; looking at it needs some. */
const ways = [...languages.map((language) => ({ language, script: true })), { language: 'vi', script: false }] as const

for (const { language, script } of ways)
  test(`a pair from its proposal to its use and back, in ${language}, ${script ? 'with' : 'without'} script`, async ({
    as,
    visitor,
  }) => {
    test.setTimeout(240_000)
    const width = 360
    const lookAt = async (page: Page): Promise<void> => {
      if (script) faults.push(await look(page, language))
    }
    const { terminology: words } = messagesOf(language)
    const at = (path: string) => localPath(language, path)
    const word = wordOf(mark())
    const [en, vi] = [`${word} separator`, `máy tách ${word}`]
    const member = await as('nguyen-hoai-nam', { script, width })
    const officer = await as('tham-tra-vien', { script, width })
    const reader = await visitor({ script, width })
    const faults = [watch(member), watch(officer), watch(reader)]

    await member.goto(at('/terms/new'))
    await member.getByLabel(words.form.en).fill(`${en},`)
    await member.getByLabel(words.form.vi).fill(vi)
    await member.getByRole('button', { name: words.proposal.submit }).click()
    await expect(member.getByText(words.fields['term.signs']).first()).toBeVisible()
    await expect(member.getByLabel(words.form.vi)).toHaveValue(vi)
    await lookAt(member)
    await member.getByLabel(words.form.en).fill(en)
    await member.getByRole('button', { name: words.proposal.submit }).click()
    await expectNotice(member, words.notices.term_proposed)
    await expect(member.getByRole('row').filter({ hasText: en })).toContainText(words.states.proposed)

    await officer.goto(at('/operator/terms'))
    await officer.getByRole('link', { name: en }).click()
    await expect(heading(officer)).toContainText(vi)
    await lookAt(officer)
    await officer.getByLabel(words.field, { exact: false }).selectOption('203')
    await officer.getByRole('radio', { name: words.one.verbs.approve, exact: true }).check()
    await officer.getByRole('button', { name: words.one.submit }).click()
    await expectNotice(officer, words.notices.term_approve)

    await reader.goto(at('/terms'))
    await reader.getByLabel(words.text, { exact: true }).fill(`may tach ${word}`)
    await reader.getByRole('button', { name: words.find }).click()
    await expect(reader.getByRole('row').filter({ hasText: en })).toContainText(words.origins.added)
    await lookAt(reader)
    for (const format of ['tsv', 'csv', 'tbx']) {
      const file = await reader.request.get(at(`/terms/export/${format}`))
      expect(await file.text()).toContain(vi)
    }

    await officer.goto(at(`/operator/terms?list=added&q=${word}`))
    await officer.getByRole('link', { name: en }).click()
    await officer.getByRole('button', { name: words.one.verbs.withdraw }).click()
    await expect(officer.getByRole('alert')).toBeVisible()
    await officer.getByLabel(words.one.reasonFor).fill('Chỉ để thử.')
    await officer.getByRole('button', { name: words.one.verbs.withdraw }).click()
    await expectNotice(officer, words.notices.term_withdraw)
    await lookAt(officer)
    await reader.goto(at(`/terms?q=${word}`))
    await expect(reader.getByText(words.none)).toBeVisible()
    // Two forms were refused on purpose.
    expect(faults.flat().filter((fault) => !fault.includes('status of 400'))).toEqual([])
  })

test('many pairs from a file, checked first', async ({ as }) => {
  const { terminology: words } = messagesOf('vi')
  const word = wordOf(mark())
  test.setTimeout(240_000)
  const officer = await as('tham-tra-vien')
  const faults = [watch(officer)]
  await officer.goto('/operator/terms/add-many')
  const rows = ['en,vi,field', `${word} pump,bơm ${word},203`, `${word} valve,"van; khóa"`, `${word} pump,bơm ${word}`]
  await officer
    .getByLabel(words.many.file)
    .setInputFiles({ name: 'terms.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) })
  await officer.getByRole('button', { name: words.many.check }).click()
  await expect(officer.getByText(words.many.sums('1', '2'))).toBeVisible()
  await expect(officer.getByRole('row').filter({ hasText: 'valve' })).toContainText(words.fields['term.signs'])
  faults.push(await look(officer, 'vi'))
  await officer.getByRole('button', { name: words.many.carry('1') }).click()
  await expect(officer.getByText(words.many.sumsDone('1', '2'))).toBeVisible()
  faults.push(await look(officer, 'vi'))
  expect(faults.flat()).toEqual([])
})
