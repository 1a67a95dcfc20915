import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useMessages } from '#i18n'
import { decimalInText, evaluateModel } from '#modules/valuation'
import { RadioGroup, ReplyForm, TextArea, TextField, useReplyForm } from '#ui'
import { pageMeta } from '../../shell/meta.ts'
import { useFigures } from './figures.ts'
import { EnterSaves, SavesPart } from './form-parts.tsx'
import { WorkbenchFrame } from './frame.tsx'
import { partLoaded, partSaved } from './part.server.ts'
import { ResultPanel } from './result.tsx'

export const meta = pageMeta

export async function loader(args: LoaderFunctionArgs) {
  const { arrival, page, facts } = await partLoaded(args, 'conclusion')
  const { language } = arrival
  const { reconciliation, approaches } = facts.model
  const { range, point } = reconciliation
  const weights = approaches
    .filter(({ enabled }) => enabled)
    .map(({ id }) => {
      const weight = reconciliation.weights.find((one) => one.approach === id)
      return {
        approach: id,
        weight: weight ? decimalInText(decimalOf(weight.weight), language, -2) : '',
        reason: weight?.reason ?? '',
      }
    })
  return {
    page,
    facts,
    values: {
      weights,
      range: range.kind,
      low: range.kind === 'stated' ? decimalInText(range.low, language) : '',
      high: range.kind === 'stated' ? decimalInText(range.high, language) : '',
      rangeReason: range.kind === 'stated' ? range.reason : '',
      point: point.kind,
      value: point.kind === 'stated' ? decimalInText(point.value, language) : '',
      pointReason: point.kind === 'stated' ? point.reason : '',
    },
  }
}

/** A weight as a decimal text; weights are doubles that were typed as per cents. */
function decimalOf(weight: number): string {
  return weight.toFixed(12).replace(/0+$/, '').replace(/\.$/, '')
}

export async function action(args: ActionFunctionArgs) {
  return partSaved(args, 'conclusion')
}

/** Asked only where the valuer states a figure. */
const whereStated = 'space-y-4 group-not-has-[[value=stated]:checked]:hidden'

export default function Conclusion() {
  const { facts, values } = useLoaderData<typeof loader>()
  const reply: unknown = useActionData<typeof action>()
  const { workbench: words, valuation } = useMessages()
  const { model } = facts
  const figures = useFigures(model.head)
  const form = useReplyForm<typeof values>({ name: 'conclusion', reply, values })
  const { fields } = form
  const [base] = evaluateModel(model).scenarios
  const metas = fields.weights.getFieldList()
  const methodOf = (id: string) => {
    const method = model.approaches.find((approach) => approach.id === id)?.method
    return method ? valuation.methods[method] : id
  }
  const own = words.conclusion
  return (
    <WorkbenchFrame facts={facts} part="conclusion">
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem]">
        <fieldset disabled={!facts.mayEdit} className="min-w-0">
          <ReplyForm of={form}>
            <EnterSaves version={facts.version} />
            <section className="space-y-5">
              <h2 className="text-xl">{own.weights}</h2>
              {values.weights.map(({ approach }, at) => {
                const weight = metas[at]?.getFieldset()
                if (!weight) return null
                const value = base?.approaches.find((one) => one.approach === approach)?.value ?? null
                return (
                  <fieldset key={approach} className="min-w-0 border-t border-line pt-3">
                    <legend className="sr-only">{methodOf(approach)}</legend>
                    <p className="mb-2 flex flex-wrap justify-between gap-x-6">
                      <span className="font-semibold">{methodOf(approach)}</span>
                      <span className="tabular-nums">
                        {value === null ? words.result.notYet : figures.whole(value)}
                      </span>
                    </p>
                    <input type="hidden" name={weight.approach.name} value={approach} />
                    <div className="grid gap-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
                      <TextField
                        field={weight.weight}
                        label={
                          <>
                            {own.weight}
                            <span className="sr-only">{`: ${methodOf(approach)}`}</span>
                          </>
                        }
                        inputMode="decimal"
                        autoComplete="off"
                      />
                      <TextField
                        field={weight.reason}
                        label={
                          <>
                            {own.reason}
                            <span className="sr-only">{`: ${methodOf(approach)}`}</span>
                          </>
                        }
                        maxLength={2000}
                      />
                    </div>
                  </fieldset>
                )
              })}
            </section>
            <section className="group space-y-4 border-t border-line pt-5">
              <RadioGroup
                field={fields.range}
                label={own.range}
                choices={(['approaches', 'stated'] as const).map((one) => ({ value: one, text: own.ranges[one] }))}
              />
              <div className={whereStated}>
                <div className="grid gap-4 sm:grid-cols-2">
                  <TextField field={fields.low} label={`${own.low} (${figures.unit})`} inputMode="decimal" />
                  <TextField field={fields.high} label={`${own.high} (${figures.unit})`} inputMode="decimal" />
                </div>
                <TextArea field={fields.rangeReason} label={own.rangeReason} rows={2} />
              </div>
            </section>
            <section className="group space-y-4 border-t border-line pt-5">
              <RadioGroup
                field={fields.point}
                label={own.point}
                choices={(['weighted', 'stated'] as const).map((one) => ({ value: one, text: own.points[one] }))}
              />
              <div className={whereStated}>
                <TextField field={fields.value} label={`${own.value} (${figures.unit})`} inputMode="decimal" />
                <TextArea field={fields.pointReason} label={own.pointReason} rows={2} />
              </div>
            </section>
            {facts.mayEdit ? <SavesPart stay={words.saveAndRecalculate} /> : null}
          </ReplyForm>
        </fieldset>
        <div className="mt-8 lg:mt-0">{base ? <ResultPanel model={model} evaluated={base} /> : null}</div>
      </div>
    </WorkbenchFrame>
  )
}
