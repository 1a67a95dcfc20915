import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { arrive, queryOf } from '#http'
import { localPath, useLanguage, useMessages } from '#i18n'
import { messagesOf } from '#i18n/server'
import { exclusivities, rateQuestionSchema, rightKinds, royaltyBaseNames } from '#modules/valuation'
import { royaltyRates } from '#modules/valuation/server'
import { Button, ButtonLink, Page, SelectField } from '#ui'
import { pageFacts } from '../../shell/facts.server.ts'
import { pageMeta } from '../../shell/meta.ts'
import { PublishedRates } from './published-rates.tsx'
import { SignedRates } from './signed-rates.tsx'
import { fieldGroups } from './term-names.ts'

export const meta = pageMeta

type Question = z.output<typeof rateQuestionSchema>

export async function loader(args: LoaderFunctionArgs) {
  const arrival = await arrive(args)
  const question = rateQuestionSchema.parse(queryOf(arrival.url))
  const { exclusivity, ...rest } = question
  const { told, year } = await royaltyRates({
    ...rest,
    exclusivity: exclusivity === null ? null : exclusivity === 'exclusive',
  })
  const { title, description } = messagesOf(arrival.language).royaltyRates
  return { page: pageFacts(arrival, { title, description }), question, told, year }
}

export default function RoyaltyRates() {
  const { question, told, year } = useLoaderData<typeof loader>()
  const { royaltyRates: words } = useMessages()
  return (
    <Page title={words.title} lead={words.lead}>
      <Filters question={question} />
      <SignedRates question={question} told={told} />
      <PublishedRates field={question.field} base={question.base} year={year} />
    </Page>
  )
}

const control = (name: keyof Question, value: string | null) => ({
  id: `rates-${name}`,
  name,
  errorId: `rates-${name}-error`,
  descriptionId: `rates-${name}-help`,
  initialValue: value ?? '',
})

function Filters({ question }: { readonly question: Question }) {
  const { royaltyRates: words, valuation } = useMessages()
  const language = useLanguage()
  const { field, right, exclusivity, base } = question
  const narrowed = field !== null || right !== null || exclusivity !== null || base !== 'net_revenue'
  return (
    <form
      role="search"
      aria-label={words.filters}
      action={localPath(language, '/royalty-rates')}
      className="mb-8 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4"
    >
      <SelectField
        field={control('field', field)}
        label={words.field}
        empty={words.allFields}
        groups={fieldGroups(language)}
      />
      <SelectField
        field={control('right', right)}
        label={words.right}
        empty={words.allRights}
        choices={rightKinds.map((right) => ({ value: right, text: valuation.rights[right] }))}
      />
      <SelectField
        field={control('exclusivity', exclusivity)}
        label={words.exclusivity}
        empty={words.allExclusivities}
        choices={exclusivities.map((one) => ({ value: one, text: words.exclusivities[one] }))}
      />
      <SelectField
        field={control('base', base)}
        label={words.base}
        choices={royaltyBaseNames.map((base) => ({ value: base, text: words.bases[base] }))}
      />
      <div className="flex flex-wrap gap-3 sm:col-span-2 lg:col-span-4">
        <Button>{words.show}</Button>
        {narrowed ? (
          <ButtonLink to="/royalty-rates" weight="quiet">
            {words.clear}
          </ButtonLink>
        ) : null}
      </div>
    </form>
  )
}
