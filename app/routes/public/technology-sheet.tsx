import type { ReactNode } from 'react'
import { industries, provinces } from '#classifications'
import { useFormats, useLanguage, useMessages } from '#i18n'
import { comparePath } from '#modules/catalogue'
import { readinessLevels, readinessStage, type Section as Part, textFor, type TextField } from '#modules/technologies'
import type { SheetFacts } from '#modules/technologies/server'
import { Badge, ButtonLink, Foreign, Link, Prose, Section, Table, Tag } from '#ui'
import { Closed } from './technology-closed.tsx'
import { nameIn, offerName, priceLine } from './technology-names.ts'
import { MoreAbout, OwnersPart, PricePart, RightsPart } from './technology-sheet-parts.tsx'

interface SheetProps {
  readonly sheet: SheetFacts
  /** `reader` may ask for a transfer; `owner` is led to the management page; `preview` leads nowhere. */
  readonly as: 'reader' | 'owner' | 'preview'
  /** Beside a form there is no room for a second column. */
  readonly narrow?: boolean
}

/** The sheet of a technology: what visitors see on its page, and its owner in the preview. */
export function TechnologySheet({ sheet, as, narrow = false }: SheetProps) {
  const { technologies } = useMessages()
  const words = technologies.sheet
  const language = useLanguage()
  const { profile } = sheet.shown
  const title = textFor(profile, 'title', language)
  const teaser = textFor(profile, 'teaser', language)
  const Heading = as === 'preview' ? 'h2' : 'h1'
  return (
    <article className="mx-auto max-w-6xl px-4 py-6 sm:py-8 print:max-w-none print:p-0">
      {as === 'preview' ? null : (
        <p className="mb-3 text-sm print:hidden">
          <Link to="/search?kind=technology">{words.all}</Link>
        </p>
      )}
      <div className="mb-6 max-w-[75ch]">
        <Heading className="text-2xl sm:text-3xl" {...markOf(title.language, language)}>
          {title.text}
        </Heading>
        {teaser.text ? (
          <p className="mt-2 text-lg text-muted" {...markOf(teaser.language, language)}>
            {teaser.text}
          </p>
        ) : null}
        <Standing sheet={sheet} />
      </div>
      <div className={narrow ? '' : 'gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] print:block'}>
        <div className={narrow ? 'mb-8' : 'mb-8 lg:order-2 lg:mb-0'}>
          <KeyFacts sheet={sheet} as={as} />
        </div>
        <div className="min-w-0">
          <What sheet={sheet} />
          <Whom sheet={sheet} />
          <Proof sheet={sheet} />
          <OwnersPart sheet={sheet} />
          <RightsPart sheet={sheet} />
          <PricePart sheet={sheet} />
          <MoreAbout sheet={sheet} />
          {as === 'reader' ? <Ask sheet={sheet} /> : null}
        </div>
      </div>
    </article>
  )
}

const markOf = (text: 'vi' | 'en', page: 'vi' | 'en') => (text === page ? {} : { lang: text })

function Standing({ sheet }: Pick<SheetProps, 'sheet'>) {
  const { site, technologies } = useMessages()
  const kind = sheet.shown.profile.declaration.kind
  const tag = kind === 'encouraged' || kind === 'restricted' ? technologies.declarationTags[kind] : null
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {sheet.state === 'reserved' ? <Badge standing="waiting">{site.listingStates.reserved}</Badge> : null}
      {tag ? <Tag>{tag}</Tag> : null}
    </div>
  )
}

function KeyFacts({ sheet, as }: SheetProps) {
  const messages = useMessages()
  const language = useLanguage()
  const format = useFormats()
  const words = messages.technologies.sheet
  const { profile, closed } = sheet.shown
  const { claimed } = profile.readiness
  const offers = [...new Set(profile.offers.map((offer) => offerName(offer, messages)))]
  const province = profile.province === null ? '' : nameIn(provinces, profile.province, language)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.readiness, claimed === null ? null : <Readiness key="r" level={claimed} />],
    [words.rightsOffered, closed.includes('offer') ? words.closedShort : offers.length > 0 ? offers.join('; ') : null],
    [words.price, closed.includes('price') ? words.closedShort : priceLine(profile.price, messages, format)],
    [
      words.place,
      <>
        {profile.place === '' ? null : <Foreign language={profile.sourceLanguage}>{profile.place}</Foreign>}
        {profile.place !== '' && province !== '' ? ', ' : null}
        {province}
      </>,
    ],
    [
      words.offeredBy,
      <>
        <Link to={`/organisations/${sheet.organisation.id}`}>{sheet.organisation.name[language]}</Link>
        {sheet.organisation.verified ? ` (${words.verified})` : null}
      </>,
    ],
    [words.updated, format.date(sheet.updatedAt)],
    [words.validUntil, sheet.validUntil === null ? null : format.date(sheet.validUntil)],
    [words.reference, <code key="id">{sheet.id}</code>],
  ]
  return (
    <aside
      aria-label={words.keyFacts}
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
      {as === 'reader' && sheet.state === 'reserved' ? <p className="mt-4 text-sm">{words.reserved}</p> : null}
      {as === 'reader' && sheet.state !== 'reserved' ? (
        <ButtonLink to={`/technologies/${sheet.id}/request`} weight="primary" className="mt-4 w-full print:hidden">
          {words.ask}
        </ButtonLink>
      ) : null}
      {as === 'preview' ? null : (
        <p className="mt-3 print:hidden">
          <Link to={`/technologies/${sheet.id}/value`} rel="nofollow" className="inline-flex min-h-6 items-center">
            {messages.workbench.fromTechnology}
          </Link>
        </p>
      )}
      {as === 'preview' ? null : (
        <Link
          to={comparePath([sheet.id])}
          rel="nofollow"
          className="mt-3 inline-flex min-h-6 items-center print:hidden"
        >
          {messages.catalogue.compare.withOthers}
        </Link>
      )}
      {as === 'owner' ? (
        <ButtonLink to={`/work/technologies/${sheet.id}`} className="mt-4 w-full print:hidden">
          {words.manage}
        </ButtonLink>
      ) : null}
    </aside>
  )
}

/** A readiness level as a word, its name, and where it stands among the nine. */
function Readiness({ level }: { readonly level: number }) {
  const { technologies } = useMessages()
  const language = useLanguage()
  const known = readinessLevels.find((one) => one.level === level)
  return (
    <>
      <span className="font-semibold">{technologies.sheet.trl(level)}</span>
      {known ? `, ${technologies.readinessStages[readinessStage(level)].toLowerCase()}` : null}
      <span role="img" aria-label={technologies.sheet.scale(level)} className="mt-1 flex gap-0.5">
        {readinessLevels.map((one) => (
          <span
            key={one.level}
            className={`h-2 w-5 border ${one.level <= level ? 'border-action bg-action' : 'border-edge'}`}
          />
        ))}
      </span>
      {known ? <span className="mt-1 block text-sm">{known[language]}</span> : null}
    </>
  )
}

/** One of the texts under its name, in the reader's language where it is there; nothing where it is empty. */
function TextPart({
  sheet,
  field,
  part,
}: {
  readonly sheet: SheetFacts
  readonly field: TextField
  readonly part: Part
}) {
  const { technologies } = useMessages()
  const language = useLanguage()
  const shut = sheet.shown.closed.includes(part)
  const read = textFor(sheet.shown.profile, field, language)
  if (!shut && read.text === '') return null
  return (
    <div className="mt-4 first:mt-0">
      <h3 className="mb-1 font-semibold">{technologies.textFields[field]}</h3>
      {shut ? (
        <Closed />
      ) : (
        <>
          {read.older ? <Small>{technologies.sheet.older}</Small> : null}
          {read.language === language ? null : <Small>{technologies.sheet.onlySource}</Small>}
          <Prose text={read.text} lang={read.language === language ? undefined : read.language} />
        </>
      )}
    </div>
  )
}

const Small = ({ children }: { readonly children: ReactNode }) => (
  <p className="mb-2 border-l-4 border-caution pl-3 text-sm text-muted">{children}</p>
)

function What({ sheet }: Pick<SheetProps, 'sheet'>) {
  const { technologies } = useMessages()
  const words = technologies.sheet
  const { comparison, sourceLanguage } = sheet.shown.profile
  const page = useLanguage()
  const mark = markOf(sourceLanguage, page)
  return (
    <Section title={words.what}>
      <TextPart sheet={sheet} field="problem" part="problem" />
      <TextPart sheet={sheet} field="solution" part="solution" />
      <TextPart sheet={sheet} field="advantages" part="advantages" />
      {comparison.length > 0 ? (
        <div className="mt-4">
          <h3 className="mb-1 font-semibold">{words.comparison}</h3>
          <Table
            caption={words.comparison}
            rows={comparison.map((row, index) => ({ ...row, index }))}
            rowKey={(row) => String(row.index)}
            columns={[
              { head: words.criterion, cell: (row) => <span {...mark}>{row.criterion}</span> },
              { head: words.unit, cell: (row) => <span {...mark}>{row.unit}</span> },
              { head: words.present, cell: (row) => <span {...mark}>{row.present}</span> },
              {
                head: words.offered,
                cell: (row) => (
                  <strong className="font-semibold" {...mark}>
                    {row.offered}
                  </strong>
                ),
              },
            ]}
          />
        </div>
      ) : null}
    </Section>
  )
}

function Whom({ sheet }: Pick<SheetProps, 'sheet'>) {
  const { technologies } = useMessages()
  return (
    <Section title={technologies.sheet.whom}>
      <TextPart sheet={sheet} field="applications" part="applications" />
      <Industries sheet={sheet} />
      <TextPart sheet={sheet} field="partnersNow" part="partners" />
      {sheet.shown.closed.includes('partners') ? null : (
        <TextPart sheet={sheet} field="partnersWanted" part="partners" />
      )}
    </Section>
  )
}

function Industries({ sheet }: Pick<SheetProps, 'sheet'>) {
  const { technologies } = useMessages()
  const language = useLanguage()
  const codes = sheet.shown.profile.industries
  if (codes.length === 0) return null
  return (
    <div className="mt-4 first:mt-0">
      <h3 className="mb-1 font-semibold">{technologies.sheet.industries}</h3>
      <p>{codes.map((code) => nameIn(industries, code, language)).join('; ')}</p>
    </div>
  )
}

function Proof({ sheet }: Pick<SheetProps, 'sheet'>) {
  const { technologies } = useMessages()
  const words = technologies.sheet
  const language = useLanguage()
  const format = useFormats()
  const { profile, closed } = sheet.shown
  const { claimed, evidence } = profile.readiness
  const level = readinessLevels.find((one) => one.level === claimed)
  const mark = markOf(profile.sourceLanguage, language)
  return (
    <Section title={words.proof}>
      {level ? (
        <p className="mb-3 max-w-[75ch]">
          <strong className="font-semibold">{words.trlOf(level.level, level[language])}.</strong>{' '}
          {level.definition[language]}
        </p>
      ) : null}
      {closed.includes('readiness') ? (
        <Closed />
      ) : evidence.length === 0 ? (
        <p className="text-muted">{words.noEvidence}</p>
      ) : (
        <ul className="space-y-3">
          {evidence.map((proof, index) => (
            <li key={index} className="border-l-4 border-line pl-3">
              <p className="text-sm text-muted">
                {words.evidenceAt(proof.level)}
                {proof.madeOn === null ? null : `, ${format.day(proof.madeOn)}`}
              </p>
              <p className="font-semibold" {...mark}>
                {proof.title}
              </p>
              {proof.detail ? <Prose text={proof.detail} lang={mark.lang} /> : null}
              {proof.file === null ? null : (
                <p className="print:hidden">
                  <a href={`/files/${sheet.id}/${proof.file}`}>{words.openFile}</a>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Ask({ sheet }: Pick<SheetProps, 'sheet'>) {
  const { technologies } = useMessages()
  const words = technologies.sheet
  return (
    <Section title={words.askTitle}>
      {sheet.state === 'reserved' ? (
        <p className="max-w-[75ch]">{words.reserved}</p>
      ) : (
        <>
          <p className="mb-3 max-w-[75ch]">{words.askHelp}</p>
          <ButtonLink to={`/technologies/${sheet.id}/request`} weight="primary" className="print:hidden">
            {words.ask}
          </ButtonLink>
          <p className="hidden print:block">{sheet.address}</p>
        </>
      )}
    </Section>
  )
}
