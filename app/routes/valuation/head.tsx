import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useFormats, useMessages } from '#i18n'
import { answer, arrive, goTo, parse } from '#http'
import { currencies } from '#kernel'
import { amountsEntered, decimalInText } from '#modules/valuation'
import { refreshFacts } from '#modules/valuation/server'
import { Button, Facts, ReplyForm, SelectField, TextField, useReplyForm } from '#ui'
import { pageMeta } from '../../shell/meta.ts'
import { askedFields } from './asked-fields.tsx'
import { unitName } from './figures.ts'
import { EnterSaves, SavesPart } from './form-parts.tsx'
import { partPath, WorkbenchFrame } from './frame.tsx'
import { partLoaded, partSavedFor } from './part.server.ts'

export const meta = pageMeta

const params = z.object({ id: z.string().max(60) })
const blank = { currency: '', rate: '', on: '', reference: '' }

export async function loader(args: LoaderFunctionArgs) {
  const { arrival, page, facts } = await partLoaded(args, 'head')
  const { language } = arrival
  const { head } = facts.model
  return {
    page,
    facts,
    values: {
      purpose: head.purpose,
      rightKind: head.right.kind,
      territory: head.right.territory,
      basis: head.basis,
      valuationDate: head.valuationDate,
      currency: head.currency,
      amountsIn: String(head.amountsIn),
      inflation: head.inflation === null ? '' : decimalInText(head.inflation, language, -2),
      rates: [...head.exchangeRates.map((one) => ({ ...one, rate: decimalInText(one.rate, language) })), blank],
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const arrival = await arrive(args)
  const { id } = parse(params, args.params)
  const { actor, form } = arrival
  if (form['form'] === 'refresh')
    return answer(arrival, await refreshFacts({ actor, id, version: form['version'] }), () =>
      goTo(arrival, partPath(id, 'head'), 'valuation_refreshed'),
    )
  return partSavedFor(arrival, id, 'head')
}

export default function Head() {
  const { facts, values } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const messages = useMessages()
  const { workbench: words, valuation, site } = messages
  const format = useFormats()
  const form = useReplyForm<typeof values>({ name: 'head', reply, values })
  const refresh = useReplyForm({ name: 'refresh', reply })
  const { fields } = form
  const { head } = facts.model
  const mandated = facts.kind === 'mandated'
  const fixed = amountsEntered(facts.model)
  const units = ([1, 1000, 1_000_000, 1_000_000_000] as const).map((amountsIn) => ({
    value: String(amountsIn),
    text: unitName({ currency: head.currency, amountsIn }, messages),
  }))
  return (
    <WorkbenchFrame facts={facts} part="head">
      <div className="max-w-3xl">
        {mandated ? (
          <div className="mb-6">
            <p className="mb-2 text-sm text-muted">{words.head.byMandate}</p>
            <Facts
              facts={[
                { term: words.head.purpose, value: head.purpose },
                { term: words.head.right, value: valuation.rights[head.right.kind] },
                { term: words.head.territory, value: head.right.territory },
                { term: words.head.basis, value: valuation.bases[head.basis] },
                { term: words.head.valuationDate, value: format.day(head.valuationDate) },
              ]}
            />
          </div>
        ) : null}
        <fieldset disabled={!facts.mayEdit} className="min-w-0">
          <ReplyForm of={form}>
            <EnterSaves version={facts.version} />
            {mandated ? null : askedFields(fields, messages, valuation.baseHelp[head.basis])}
            {fixed ? (
              <p className="text-sm text-muted">{`${words.head.amountsIn}: ${unitName(head, messages)}. ${words.head.unitsFixed}`}</p>
            ) : (
              <>
                <SelectField
                  field={fields.currency}
                  label={words.head.currency}
                  choices={currencies.map((code) => ({ value: code, text: code }))}
                />
                <SelectField field={fields.amountsIn} label={words.head.amountsIn} choices={units} />
              </>
            )}
            <TextField
              field={fields.inflation}
              label={words.head.inflation}
              help={words.head.inflationHelp}
              inputMode="decimal"
              optional
            />
            <fieldset className="space-y-3">
              <legend className="font-semibold">
                {words.head.rates}
                <span className="ml-2 text-sm font-normal text-muted">{`(${site.optional})`}</span>
              </legend>
              <p className="text-sm text-muted">{words.head.ratesHelp}</p>
              {fields.rates.getFieldList().map((row) => {
                const rate = row.getFieldset()
                return (
                  <div key={row.key} className="grid gap-3 sm:grid-cols-4">
                    <TextField field={rate.currency} label={words.head.rateCurrency} maxLength={3} />
                    <TextField field={rate.rate} label={words.head.rate} inputMode="decimal" />
                    <TextField field={rate.on} label={words.head.rateOn} type="date" />
                    <TextField field={rate.reference} label={words.head.rateReference} />
                  </div>
                )
              })}
            </fieldset>
            {facts.mayEdit ? <SavesPart /> : null}
          </ReplyForm>
        </fieldset>
        {facts.mayEdit ? (
          <ReplyForm of={refresh} className="mt-8 border-t border-line pt-5">
            <input type="hidden" name="version" value={String(facts.version)} />
            <p className="mb-3 text-sm text-muted">{words.head.refreshHelp}</p>
            <Button weight="secondary">{words.head.refresh}</Button>
          </ReplyForm>
        ) : null}
      </div>
    </WorkbenchFrame>
  )
}
