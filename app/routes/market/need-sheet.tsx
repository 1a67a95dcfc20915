import type { ReactNode } from 'react'
import { industries, provinces, scienceFields } from '#classifications'
import { useFormats, useLanguage, useMessages } from '#i18n'
import type { ListingState } from '#modules/listings'
import { needText, type NeedTextField, type PublicNeed } from '#modules/needs'
import { Badge, ButtonLink, Link, Prose, Section, Table } from '#ui'
import { nameIn } from '../public/technology-names.ts'
import { budgetLine } from './need-lines.ts'

interface NeedSheetProps {
  /** What the gate left of the need; nothing else reaches the page. */
  readonly need: PublicNeed & {
    readonly id: string
    readonly updatedAt: number
    readonly state?: ListingState
    readonly validUntil?: number | null
  }
  /** `reader` may answer; `owner` is led to the management page; `preview` leads nowhere. */
  readonly as: 'reader' | 'owner' | 'preview'
}

const markOf = (text: 'vi' | 'en', page: 'vi' | 'en') => (text === page ? {} : { lang: text })

/** A need as visitors see it, and its owner in the preview. */
export function NeedSheet({ need, as }: NeedSheetProps) {
  const { needs } = useMessages()
  const language = useLanguage()
  const title = needText(need.profile, 'title', language)
  const Heading = as === 'preview' ? 'h2' : 'h1'
  return (
    <article className={as === 'preview' ? '' : 'mx-auto max-w-6xl px-4 py-6 sm:py-8 print:max-w-none print:p-0'}>
      {as === 'preview' ? null : (
        <p className="mb-3 text-sm print:hidden">
          <Link to="/search?kind=need" className="inline-flex min-h-6 items-center">
            {needs.page.all}
          </Link>
        </p>
      )}
      <div className="mb-6 max-w-[75ch]">
        <p className="mb-1 text-sm text-muted">{needs.page.kind}</p>
        <Heading className="text-2xl sm:text-3xl" {...markOf(title.language, language)}>
          {title.text === '' ? needs.own.untitled : title.text}
        </Heading>
        {need.state === 'reserved' ? (
          <p className="mt-3">
            <Badge standing="waiting">{needs.page.reserved}</Badge>
          </p>
        ) : null}
      </div>
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] print:block">
        <div className="mb-8 lg:order-2 lg:mb-0">
          <KeyFacts need={need} as={as} />
        </div>
        <div className="min-w-0">
          <Section title={needs.page.what}>
            <TextPart need={need} field="wanted" />
            <TextPart need={need} field="conditions" named />
          </Section>
          <Section title={needs.page.why}>
            <TextPart need={need} field="reason" />
            <TextPart need={need} field="present" named />
          </Section>
          <Section title={needs.page.criteria}>
            <Criteria need={need} />
          </Section>
          <About need={need} />
          {as === 'reader' ? <Ask need={need} /> : null}
        </div>
      </div>
    </article>
  )
}

type Part = Pick<NeedSheetProps, 'need'>

function KeyFacts({ need, as }: NeedSheetProps) {
  const messages = useMessages()
  const { needs, site } = messages
  const language = useLanguage()
  const format = useFormats()
  const { profile, organisation } = need
  const province = need.province === null ? '' : nameIn(provinces, need.province, language)
  const budget = budgetLine(profile.budget, messages, format)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [needs.facts.budget, <Budget key="b" need={need} line={budget} />],
    [needs.facts.neededOn, profile.neededOn === null ? null : format.day(profile.neededOn)],
    [needs.facts.province, [profile.place, province].filter(Boolean).join(', ')],
    [
      needs.page.owner,
      organisation ? (
        <Link to={`/organisations/${organisation.id}`}>{organisation.name[language] || organisation.name.vi}</Link>
      ) : (
        <>
          {needs.page.hiddenOwner(site.organisationKinds[need.organisationKind])}
          <span className="mt-1 block text-sm text-muted">{needs.page.hiddenHelp}</span>
        </>
      ),
    ],
    [needs.page.updated, format.date(need.updatedAt)],
    [needs.page.validUntil, need.validUntil ? format.date(need.validUntil) : null],
    [needs.page.reference, <code key="id">{need.id}</code>],
  ]
  return (
    <aside
      aria-label={needs.page.keyFacts}
      className="border-t-4 border-action bg-wash px-4 py-4 lg:sticky lg:top-4 print:border"
    >
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-1 print:grid-cols-2">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([term, value]) => (
            <div key={term}>
              <dt className="text-sm text-muted">{term}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
      </dl>
      {as === 'reader' && need.state !== 'reserved' ? (
        <ButtonLink to={`/needs/${need.id}/answer`} weight="primary" className="mt-4 w-full print:hidden">
          {needs.page.answer}
        </ButtonLink>
      ) : null}
      {as === 'owner' ? (
        <ButtonLink to={`/work/needs/${need.id}`} className="mt-4 w-full print:hidden">
          {needs.page.manage}
        </ButtonLink>
      ) : null}
    </aside>
  )
}

function Budget({ need, line }: Part & { readonly line: string }) {
  const { needs } = useMessages()
  const format = useFormats()
  const { from, to, currency } = need.profile.budget
  const most = to ?? from
  if (line === '' || most === null) return <>{needs.budgetUnstated}</>
  const words = format.moneyInWords({ amount: most, currency })
  return (
    <>
      <span className="font-semibold">{line}</span>
      <span className="block text-sm text-muted">
        {to === null ? needs.budgetFrom(words) : needs.budgetUpTo(words)}
      </span>
    </>
  )
}

/** One of the texts in the reader's language where it is there; nothing where it is empty. */
function TextPart({ need, field, named = false }: Part & { readonly field: NeedTextField; readonly named?: boolean }) {
  const { needs } = useMessages()
  const language = useLanguage()
  const read = needText(need.profile, field, language)
  if (read.text === '') return null
  const note = read.older ? needs.page.older : read.language === language ? null : needs.page.onlySource
  return (
    <div className="mt-4 first:mt-0">
      {named ? <h3 className="mb-1 font-semibold">{needs.texts[field]}</h3> : null}
      {note ? <p className="mb-2 border-l-4 border-caution pl-3 text-sm text-muted">{note}</p> : null}
      <Prose text={read.text} lang={read.language === language ? undefined : read.language} />
    </div>
  )
}

function Criteria({ need }: Part) {
  const { needs } = useMessages()
  const language = useLanguage()
  const { criteria } = need.profile
  if (criteria.length === 0) return <p className="text-muted">{needs.page.noCriteria}</p>
  const ordered = [...criteria].sort((a, b) => Number(b.kind === 'must') - Number(a.kind === 'must'))
  return (
    <Table
      caption={needs.page.criteria}
      rows={ordered.map((criterion, index) => ({ ...criterion, index }))}
      rowKey={(row) => String(row.index)}
      columns={[
        {
          head: needs.page.weight,
          cell: (row) => (
            <span className={row.kind === 'must' ? 'font-semibold whitespace-nowrap' : 'whitespace-nowrap text-muted'}>
              {needs.criterion[row.kind]}
            </span>
          ),
        },
        {
          head: needs.page.criterion,
          cell: (row) => {
            const own = row[language]
            return own === '' ? <span lang={language === 'vi' ? 'en' : 'vi'}>{row.vi || row.en}</span> : own
          },
        },
      ]}
    />
  )
}

function About({ need }: Part) {
  const { needs } = useMessages()
  const language = useLanguage()
  const { profile } = need
  const rows: readonly (readonly [string, string])[] = [
    [needs.facts.fields, profile.fields.map((code) => nameIn(scienceFields, code, language)).join('; ')],
    [needs.facts.industries, profile.industries.map((code) => nameIn(industries, code, language)).join('; ')],
    [needs.facts.keywords, profile.keywords[language].join(', ')],
    [needs.page.source, profile.provenance?.source ?? ''],
  ]
  const shown = rows.filter(([, text]) => text !== '')
  if (shown.length === 0) return null
  return (
    <Section title={needs.page.about}>
      <dl className="space-y-3">
        {shown.map(([term, text]) => (
          <div key={term}>
            <dt className="text-sm text-muted">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Ask({ need }: Part) {
  const { needs } = useMessages()
  return (
    <Section title={needs.page.answerTitle}>
      {need.state === 'reserved' ? (
        <p className="max-w-[75ch]">{needs.page.reserved}</p>
      ) : (
        <>
          <p className="mb-3 max-w-[75ch]">{needs.page.answerHelp}</p>
          <ButtonLink to={`/needs/${need.id}/answer`} weight="primary" className="print:hidden">
            {needs.page.answer}
          </ButtonLink>
        </>
      )}
    </Section>
  )
}
