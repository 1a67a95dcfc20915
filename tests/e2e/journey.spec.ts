import { expect } from '@playwright/test'
import { localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import { findBySearching, listTechnology, publish } from './support/listings.ts'
import { look, watch } from './support/look.ts'
import {
  confirmByLetter,
  createOrganisation,
  expectNotice,
  mark,
  openVerification,
  register,
  switchSecondFactorOn,
  verify,
} from './support/people.ts'
import { expectLetter, move, openNotice } from './support/requests.ts'
import { test } from './support/test.ts'

test.describe.configure({ timeout: 180_000 })

test('from registration to an accepted request, in Vietnamese', async ({ as, visitor }) => {
  const language = 'vi'
  const { deals, messaging, technologies } = messagesOf(language)
  const news = (kind: 'request.made' | 'request.ask' | 'request.answer' | 'request.accept') =>
    messaging.news[kind].heading.replace('{title}', title)
  const number = mark()
  const title = `Quy trình sấy rong mơ bằng bơm nhiệt mẻ ${number}`

  const institute = await visitor()
  const person = await register(institute, language)
  await confirmByLetter(institute, language, person)
  const organisation = await createOrganisation(institute, language, 'institute')

  const officer = await as('tham-tra-vien')
  const faults = watch(officer)
  await openVerification(officer, language, organisation)
  faults.push(...(await look(officer, language)))
  expect(faults).toEqual([])
  await officer.setViewportSize({ width: 1280, height: 800 })
  await verify(officer, language)

  await switchSecondFactorOn(institute, language)
  const id = await listTechnology(institute, language, {
    title,
    teaser: 'Giảm 35 % điện năng so với sấy gió nóng mà giữ nguyên màu rong.',
    keywords: 'rong mơ, sấy, bơm nhiệt',
  })
  await publish(officer, language, title)

  const enterprise = await as('vo-thi-thanh-tam')
  await findBySearching(enterprise, language, `say rong mo bang bom nhiet ${number}`, title)
  expect(new URL(enterprise.url()).pathname).toBe(`/technologies/${id}`)
  await enterprise.getByRole('link', { name: technologies.sheet.ask }).first().click()
  await enterprise.getByLabel(deals.form.intendedUse).fill('Sấy 2 tấn rong mỗi ngày.')
  await enterprise.getByLabel(deals.form.message).fill('Chúng tôi muốn xem dây chuyền.')
  await enterprise.getByRole('button', { name: deals.form.sendTransfer }).click()
  await expectNotice(enterprise, deals.notices.request_sent)

  await openNotice(institute, language, news('request.made'))
  await move(institute, language, 'ask', 'Nguồn điện tại nhà máy là bao nhiêu?')
  await openNotice(enterprise, language, news('request.ask'))
  await expect(enterprise.getByText('Nguồn điện tại nhà máy là bao nhiêu?').first()).toBeVisible()
  await move(enterprise, language, 'answer', 'Trạm 400 kVA.')
  await openNotice(institute, language, news('request.answer'))
  await expect(institute.getByText('Trạm 400 kVA.').first()).toBeVisible()
  await move(institute, language, 'accept', 'Mời Quý đơn vị đến xem.')
  await openNotice(enterprise, language, news('request.accept'))
  await expect(enterprise.getByRole('heading', { name: deals.page.agreed })).toBeVisible()
  await expectLetter(enterprise, language, news('request.accept'))
})

test('from a draft to an accepted request, in English, on a phone, without script', async ({ as, visitor }) => {
  const language = 'en'
  const reading = { script: false, width: 360 }
  const { deals, messaging, technologies } = messagesOf(language)
  const number = mark()
  const title = `Heat-pump drying of sargassum, batch ${number}`

  const person = await visitor(reading)
  await confirmByLetter(person, language, await register(person, language))
  await createOrganisation(person, language, 'enterprise')

  const institute = await as('dang-thi-thuy-ha', reading)
  await listTechnology(institute, language, {
    title,
    teaser: 'Uses 35 % less electricity than hot air and keeps the colour of the seaweed.',
    keywords: 'sargassum, drying, heat pump',
  })
  await publish(await as('tham-tra-vien', reading), language, title)

  const enterprise = await as('le-phuoc-vinh', reading)
  await findBySearching(enterprise, language, `drying sargassum ${number}`, title)
  await enterprise.getByRole('link', { name: technologies.sheet.ask }).first().click()
  await enterprise.getByLabel(deals.form.intendedUse).fill('Two tonnes of seaweed a day.')
  await enterprise.getByLabel(deals.form.message).fill('We should like to see the line.')
  await enterprise.getByRole('button', { name: deals.form.sendTransfer }).click()
  await expectNotice(enterprise, deals.notices.request_sent)

  await openNotice(institute, language, messaging.news['request.made'].heading.replace('{title}', title))
  await move(institute, language, 'ask', 'How much power is there at the plant?')
  const request = localPath(language, new URL(institute.url()).pathname.replace(/^\/en/, ''))
  await enterprise.goto(request)
  await move(enterprise, language, 'answer', 'A transformer of 400 kVA.')
  await institute.goto(request)
  await move(institute, language, 'accept', 'Please come and see it.')
  await openNotice(enterprise, language, messaging.news['request.accept'].heading.replace('{title}', title))
  await expect(enterprise.getByRole('heading', { name: deals.page.agreed })).toBeVisible()
})
