import type { ReactNode } from 'react'
import { useFormats, useLanguage, useMessages } from '#i18n'
import type { TermsHead, TermsPage, TermsVersionPage } from '#modules/deals/server'
import { type ChartWidth, scenarioBars, type TermsValue } from '#modules/valuation'
import { Button, Empty, Facts, Figure, Link, ReplyForm, Section, Table, useReplyForm } from '#ui'
import { type Figures, useFigures } from '../valuation/figures.ts'
import { partPath } from '../valuation/frame.tsx'
import { VersionLink } from './terms-parts.tsx'

type Known = Extract<TermsValue, { kind: 'transferor' | 'transferee' }>

const known = (value: TermsValue | null | undefined): Known | null =>
  value?.kind === 'transferor' || value?.kind === 'transferee' ? value : null

/** What stands for a version in comparisons: the side's own value, or what it pays where only that is known. */
const headlineOf = (value: Known): number => value.value ?? value.lumpSum

/** What the headline of values is of: where one has only payments, all are compared by payments. */
function headlineKind(values: readonly TermsValue[]): 'transferor' | 'transferee' | 'paid' {
  const all = values.flatMap((value) => known(value) ?? [])
  if (all.some(({ kind }) => kind === 'transferor')) return 'transferor'
  return all.every(({ value }) => value !== null) ? 'transferee' : 'paid'
}

function useValueWords(figures: Figures) {
  const messages = useMessages()
  const language = useLanguage()
  const words = messages.negotiation.value
  const decimals = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-US', { maximumFractionDigits: 1 })
  const years = (value: number | null) =>
    value === null ? words.never : messages.negotiation.years(decimals.format(value))
  const rates = ({ rate, all }: { readonly rate: number | null; readonly all: readonly number[] }) => {
    if (rate !== null) return figures.percent(rate)
    return all.length === 0 ? words.irrNone : words.irrSeveral(all.map(figures.percent).join('; '))
  }
  const refusal = (value: TermsValue): string => {
    if (value.kind !== 'refused') return words.notYet
    const slots: Readonly<Record<string, { readonly name: string }>> = messages.valuation.slots
    const reasons: Readonly<Record<string, string>> = messages.valuation.refusals
    const { slot, reason } = value.refusal
    return messages.workbench.result.missing(slots[slot]?.name ?? slot, reasons[reason] ?? reason)
  }
  const signed = (value: number) => `${value > 0 ? '+' : ''}${figures.whole(value)}`
  return { words, years, rates, refusal, signed, decimals }
}

interface StartProps {
  readonly found: Pick<TermsHead, 'formKey' | 'mayEstimate'>
  readonly number: number
  readonly reply: unknown
}

/** Starts an estimate from a version, where the side has none yet. */
function StartEstimate({ found, number, reply }: StartProps) {
  const words = useMessages().negotiation.value
  const form = useReplyForm<Record<'number', string>>({ name: 'estimate', reply })
  return (
    <Empty
      action={
        found.mayEstimate ? (
          <ReplyForm of={form}>
            <input type="hidden" name="number" value={String(number)} />
            <input type="hidden" name="formKey" value={found.formKey} />
            <Button>{words.start}</Button>
          </ReplyForm>
        ) : null
      }
    >
      {words.none}
    </Empty>
  )
}

function OwnValue({
  estimate,
  children,
}: {
  readonly estimate: { readonly valuationId: string; readonly updatedAt: number } | null
  readonly children: ReactNode
}) {
  const { negotiation, workbench } = useMessages()
  const format = useFormats()
  const words = negotiation.value
  return (
    <Section title={words.title} id="value">
      <p className="mb-3 max-w-[75ch] text-sm text-muted">{workbench.fromDealLead}</p>
      {estimate === null ? null : (
        <p className="mb-4 max-w-[75ch] text-sm">
          {`${words.from(format.date(estimate.updatedAt))} `}
          <Link to={`/work/valuations/${estimate.valuationId}`} className="inline-flex min-h-6 items-center">
            {words.toEstimate}
          </Link>
        </p>
      )}
      {children}
    </Section>
  )
}

/** What each version is worth to the reader's own side: a drawing and a table. */
export function ValueOfVersions({ found, reply }: { readonly found: TermsPage; readonly reply: unknown }) {
  const { values, versions } = found
  const [newest] = versions
  if (!newest) return null
  return (
    <OwnValue estimate={values}>
      {values === null ? (
        <StartEstimate found={found} number={newest.number} reply={reply} />
      ) : (
        <Versions found={found} values={values} />
      )}
    </OwnValue>
  )
}

function Versions({ found, values }: { readonly found: TermsPage; readonly values: NonNullable<TermsPage['values']> }) {
  const { negotiation, workbench } = useMessages()
  const figures = useFigures(values.head)
  const { words, refusal, signed } = useValueWords(figures)
  const kind = headlineKind(values.values)
  const amountOf = (at: number): number | null => {
    const value = known(values.values[at])
    return value === null ? null : kind === 'paid' ? value.lumpSum : headlineOf(value)
  }
  const rows = found.versions.map(({ number, standing }, at) => ({
    number,
    standing,
    amount: amountOf(at),
    before: amountOf(at + 1),
    value: values.values[at] ?? ({ kind: 'no_approach' } as const),
  }))
  const drawn = (width: ChartWidth) =>
    scenarioBars({
      rows: rows
        .map(({ number, standing, amount }) => ({
          label: negotiation.version(number),
          note: amount === null ? words.notYet : negotiation.standings[standing],
          value: amount,
          base: number === rows[0]?.number,
        }))
        .reverse(),
      labels: { axis: figures.unit, none: workbench.result.none },
      width,
      format: figures.short,
    })
  const table = {
    caption: words.caption,
    rows,
    rowKey: ({ number }: (typeof rows)[number]) => String(number),
    columns: [
      {
        head: negotiation.versions,
        cell: ({ number }: (typeof rows)[number]) => <VersionLink requestId={found.requestId} number={number} />,
      },
      {
        head: words[kind],
        numeric: true,
        cell: ({ amount }: (typeof rows)[number]) => (amount === null ? words.notYet : figures.whole(amount)),
      },
      {
        head: words.change,
        numeric: true,
        cell: ({ amount, before }: (typeof rows)[number]) =>
          amount === null || before === null ? '' : signed(amount - before),
      },
    ],
  }
  const faulty = rows.find(({ amount }) => amount === null)
  return (
    <>
      {rows.every(({ amount }) => amount === null) ? null : rows.length === 1 ? (
        <Table {...table} />
      ) : (
        <Figure
          title={words.caption}
          description={words.chart[kind]}
          narrow={drawn('narrow')}
          wide={drawn('wide')}
          table={table}
        />
      )}
      {kind === 'paid' && rows.some(({ amount }) => amount !== null) ? (
        <p className="max-w-[75ch] text-sm text-muted">{words.paidHelp}</p>
      ) : null}
      {faulty ? (
        <Incomplete
          text={`${negotiation.version(faulty.number)}: ${refusal(faulty.value)}`}
          value={faulty.value}
          valuationId={values.valuationId}
        />
      ) : null}
    </>
  )
}

/** Why a version has no value yet, and where to help it. */
function Incomplete({
  text,
  value,
  valuationId,
}: {
  readonly text: string
  readonly value: TermsValue
  readonly valuationId: string
}) {
  const words = useMessages().negotiation.value
  const ofCurrency = value.kind === 'refused' && value.refusal.reason === 'no_exchange_rate'
  return (
    <Empty
      action={
        <Link to={partPath(valuationId, ofCurrency ? 'head' : 'inputs')} className="inline-flex min-h-6 items-center">
          {ofCurrency ? words.stateRate : words.complete}
        </Link>
      }
    >
      {`${words.notYet}. ${text}`}
    </Empty>
  )
}

/** What one version is worth to the reader's own side, with all that goes with it. */
export function ValueOfVersion({ found }: { readonly found: TermsVersionPage }) {
  const { values, version } = found
  const words = useMessages().negotiation.value
  return (
    <OwnValue estimate={values}>
      {values === null ? (
        <Empty>{words.none}</Empty>
      ) : (
        <OneVersion values={values} hasMilestones={version.content.milestones.length > 0} />
      )}
    </OwnValue>
  )
}

function OneVersion({
  values,
  hasMilestones,
}: {
  readonly values: NonNullable<TermsVersionPage['values']>
  readonly hasMilestones: boolean
}) {
  const figures = useFigures(values.head)
  const { words, years, rates, refusal, signed, decimals } = useValueWords(figures)
  const value = known(values.own)
  if (value === null)
    return <Incomplete text={refusal(values.own)} value={values.own} valuationId={values.valuationId} />
  const before = known(values.before)
  const money = (amount: number | null) => (amount === null ? null : figures.whole(amount))
  const { counted, ofTerms } = value.years
  const kind = headlineKind(values.before === null ? [value] : [value, values.before])
  const compared = (one: Known) => (kind === 'paid' ? one.lumpSum : headlineOf(one))
  return (
    <>
      <Facts
        facts={[
          {
            term: value.value === null ? words.paid : words[value.kind],
            value: <strong className="text-lg">{figures.whole(headlineOf(value))}</strong>,
          },
          { term: words.change, value: before === null ? null : signed(compared(value) - compared(before)) },
          {
            term: value.kind === 'transferor' ? words.gainOfTransferor : words.gainOfTransferee,
            value: value.gain === null ? null : signed(value.gain),
          },
          ...(value.kind === 'transferee' && value.returns
            ? [
                { term: words.irr, value: rates(value.returns.returns) },
                { term: words.payback, value: years(value.returns.payback.years) },
                { term: words.paybackDiscounted, value: years(value.returns.payback.discountedYears) },
              ]
            : []),
          { term: words.lumpSum, value: figures.whole(value.lumpSum) },
          { term: words.upfront, value: money(value.upfront) },
          { term: words.milestones, value: money(value.milestones) },
          { term: words.royalties, value: money(value.runningRoyalties) },
          { term: words.flatRoyalty, value: value.flatRoyalty === null ? null : figures.percent(value.flatRoyalty) },
          { term: words.costs, value: value.kind === 'transferor' ? money(value.costs) : null },
        ]}
      />
      <div className="mt-3 max-w-[75ch] space-y-1 text-sm text-muted">
        {value.value === null ? <p>{words.paidHelp}</p> : null}
        {ofTerms === null || Math.abs(ofTerms - counted) < 1e-9 ? null : (
          <p>{words.counted(decimals.format(counted), decimals.format(ofTerms))}</p>
        )}
        {hasMilestones ? <p>{words.certain}</p> : null}
      </div>
    </>
  )
}
