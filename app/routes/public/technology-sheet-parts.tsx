import { developmentGoals, greenTags, scienceFields } from '#classifications'
import { useFormats, useLanguage, useMessages } from '#i18n'
import type { SheetFacts } from '#modules/technologies/server'
import { Facts, Foreign, Link, Section, Table } from '#ui'
import { Closed } from './technology-closed.tsx'
import {
  basisName,
  nameIn,
  offerName,
  priceLine,
  rightStatusName,
  rightTypeName,
  territoryName,
} from './technology-names.ts'

interface PartProps {
  readonly sheet: SheetFacts
}

const heading = 'mb-1 mt-5 font-semibold first:mt-0'

/** Who owns the technology, who made it, who paid for it. */
export function OwnersPart({ sheet }: PartProps) {
  const { technologies } = useMessages()
  const words = technologies.sheet
  const format = useFormats()
  const { profile, closed } = sheet.shown
  return (
    <Section title={words.who}>
      <h3 className={heading}>{words.owners}</h3>
      {closed.includes('owners') ? <Closed /> : <OwnersTable sheet={sheet} />}
      {closed.includes('authors') || profile.authors.length > 0 ? (
        <>
          <h3 className={heading}>{words.authors}</h3>
          {closed.includes('authors') ? (
            <Closed />
          ) : (
            <p>
              {profile.authors
                .map((author) => (author.share > 0 ? `${author.name} (${format.share(author.share)})` : author.name))
                .join('; ')}
            </p>
          )}
        </>
      ) : null}
      <Funding sheet={sheet} />
    </Section>
  )
}

/** Who owns which share, in which capacity. */
export function OwnersTable({ sheet, caption }: PartProps & { readonly caption?: string }) {
  const { technologies } = useMessages()
  const words = technologies.sheet
  const language = useLanguage()
  const format = useFormats()
  const { profile } = sheet.shown
  return (
    <Table
      caption={caption ?? words.owners}
      rows={profile.owners.map((owner, index) => ({ ...owner, index }))}
      rowKey={(owner) => String(owner.index)}
      columns={[
        {
          head: words.owner,
          cell: (owner) => {
            const known = owner.organisationId === null ? undefined : sheet.owners[owner.organisationId]
            return known ? (
              <Link to={`/organisations/${owner.organisationId ?? ''}`}>{known[language]}</Link>
            ) : (
              owner.name
            )
          },
        },
        { head: words.basis, cell: (owner) => basisName(owner.basis, language) },
        { head: words.share, numeric: true, cell: (owner) => format.share(owner.share) },
      ]}
    />
  )
}

function Funding({ sheet }: PartProps) {
  const { technologies } = useMessages()
  const words = technologies.sheet
  const format = useFormats()
  const { profile, closed } = sheet.shown
  if (!closed.includes('funding') && profile.funding.length === 0) return null
  return (
    <>
      <h3 className={heading}>{words.funding}</h3>
      {closed.includes('funding') ? (
        <Closed />
      ) : (
        <Table
          caption={words.funding}
          rows={profile.funding.map((source, index) => ({ ...source, index }))}
          rowKey={(source) => String(source.index)}
          columns={[
            { head: words.source, cell: (source) => technologies.fundingKinds[source.kind] },
            {
              head: words.task,
              cell: (source) => (
                <>
                  {source.taskCode}
                  {source.approvedOn === null ? null : (
                    <span className="block text-sm text-muted">{`${words.approvedOn} ${format.day(source.approvedOn)}`}</span>
                  )}
                </>
              ),
            },
            {
              head: words.acceptance,
              cell: (source) => (
                <>
                  <Foreign language={profile.sourceLanguage}>{source.acceptance}</Foreign>
                  {source.certificate === '' ? null : (
                    <span className="block text-sm text-muted">{`${words.certificate}: ${source.certificate}`}</span>
                  )}
                </>
              ),
            },
            { head: words.share, numeric: true, cell: (source) => format.share(source.share) },
          ]}
        />
      )}
    </>
  )
}

/** Rights that arise without an office. */
const unregistered: readonly string[] = ['trade_secret', 'know_how']

/** Intellectual property, and which rights are offered in which form. */
export function RightsPart({ sheet }: PartProps) {
  const { technologies } = useMessages()
  const words = technologies.sheet
  const language = useLanguage()
  const format = useFormats()
  const { profile, closed } = sheet.shown
  const day = (iso: string | null) => (iso === null ? null : format.day(iso))
  return (
    <Section title={words.rights}>
      <h3 className={heading}>{words.offers}</h3>
      {closed.includes('offer') ? <Closed /> : <Offers sheet={sheet} />}
      <h3 className={heading}>{words.property}</h3>
      {closed.includes('rights') ? (
        <Closed />
      ) : (
        <Table
          caption={words.property}
          rows={profile.rights.map((right, index) => ({ ...right, index }))}
          rowKey={(right) => String(right.index)}
          columns={[
            {
              head: words.kind,
              cell: (right) => (
                <>
                  {rightTypeName(right.type, language)}
                  {unregistered.includes(right.type) ? null : (
                    <span className="block text-sm text-muted">{technologies.offices[right.office]}</span>
                  )}
                </>
              ),
            },
            {
              head: words.number,
              cell: (right) =>
                right.numberHidden ? (
                  <span className="text-muted">{words.numberHidden}</span>
                ) : (
                  <span className="whitespace-nowrap">{right.number}</span>
                ),
            },
            {
              head: words.status,
              cell: (right) => (
                <>
                  {rightStatusName(right.status, language)}
                  {right.holder === '' ? null : (
                    <span className="block text-sm text-muted">{`${words.holder}: ${right.holder}`}</span>
                  )}
                </>
              ),
            },
            { head: words.filedOn, numeric: true, cell: (right) => day(right.filedOn) },
            { head: words.expiresOn, numeric: true, cell: (right) => day(right.expiresOn) },
          ]}
        />
      )}
    </Section>
  )
}

/** The rights offered, each with its limits. */
export function Offers({ sheet }: PartProps) {
  const messages = useMessages()
  const language = useLanguage()
  const { technologies } = messages
  const words = technologies.sheet
  const { offers, forms, methods, sourceLanguage } = sheet.shown.profile
  const inSource = (text: string) => (text === '' ? null : <Foreign language={sourceLanguage}>{text}</Foreign>)
  return (
    <>
      <ol className="space-y-4">
        {offers.map((offer, index) => (
          <li key={index} className="border-l-4 border-line pl-3">
            {offers.length > 1 ? <p className="text-sm text-muted">{words.offerNumber(index + 1)}</p> : null}
            <p className="mb-1 font-semibold">{offerName(offer, messages)}</p>
            <Facts
              facts={[
                {
                  term: words.territory,
                  value: offer.territory.map((code) => territoryName(code, messages, language)).join(', '),
                },
                { term: words.fieldOfUse, value: inSource(offer.fieldOfUse) },
                { term: words.term, value: offer.termMonths === null ? null : words.months(offer.termMonths) },
                { term: words.quantityLimit, value: inSource(offer.quantityLimit) },
                {
                  term: words.sublicence,
                  value: offer.right === 'use' ? technologies.sublicences[offer.sublicence] : null,
                },
                { term: words.researchOnly, value: offer.researchOnly ? messages.site.yes : null },
              ]}
            />
          </li>
        ))}
      </ol>
      <div className="mt-4">
        <Facts
          facts={[
            { term: words.forms, value: forms.map((form) => technologies.transferForms[form]).join('; ') },
            { term: words.methods, value: methods.map((method) => technologies.transferMethods[method]).join('; ') },
          ]}
        />
      </div>
    </>
  )
}

/** The price, unless it is kept confidential. */
export function PricePart({ sheet }: PartProps) {
  const { technologies } = useMessages()
  return (
    <Section title={technologies.sheet.priceTitle}>
      {sheet.shown.closed.includes('price') ? <Closed /> : <PriceFacts sheet={sheet} />}
    </Section>
  )
}

/** The price in figures and words, or how it will be found. */
export function PriceFacts({ sheet }: PartProps) {
  const messages = useMessages()
  const { technologies } = messages
  const words = technologies.sheet
  const format = useFormats()
  const { price } = sheet.shown.profile
  return (
    <>
      <p className={price.mode === 'asking' ? 'text-xl font-semibold' : ''}>{priceLine(price, messages, format)}</p>
      {price.mode === 'asking' ? (
        <p className="text-muted">{`${messages.site.inWords}: ${format.moneyInWords(price)}`}</p>
      ) : null}
      {price.mode === 'valuation' ? (
        <Facts
          facts={[
            { term: words.purpose, value: technologies.valuationPurposes[price.purpose] },
            { term: words.neededOn, value: price.neededOn === null ? null : format.day(price.neededOn) },
          ]}
        />
      ) : null}
      <p className="mt-2 max-w-[75ch] text-sm text-muted">{words.priceNote}</p>
    </>
  )
}

/** Files, classification, and where an imported record came from. */
export function MoreAbout({ sheet }: PartProps) {
  const { technologies } = useMessages()
  const words = technologies.sheet
  const language = useLanguage()
  const format = useFormats()
  const { profile, closed } = sheet.shown
  const { provenance } = profile
  const names = (list: Parameters<typeof nameIn>[0], codes: readonly string[]) =>
    codes.map((code) => nameIn(list, code, language)).join('; ')
  return (
    <>
      {closed.includes('attachments') || profile.attachments.length > 0 ? (
        <Section title={words.files}>
          {closed.includes('attachments') ? <Closed /> : <Attachments sheet={sheet} />}
        </Section>
      ) : null}
      <Section title={words.more}>
        <Facts
          facts={[
            { term: words.fields, value: names(scienceFields, profile.fields) },
            { term: words.ipc, value: profile.ipc.join('; ') },
            { term: words.goals, value: names(developmentGoals, profile.goals) },
            { term: words.green, value: names(greenTags, profile.green) },
            {
              term: words.keywords,
              value: (profile.keywords[language].length > 0
                ? profile.keywords[language]
                : profile.keywords[profile.sourceLanguage]
              ).join(', '),
            },
            {
              term: words.declaration,
              value: profile.declaration.kind === null ? null : technologies.declarations[profile.declaration.kind],
            },
            { term: words.published, value: sheet.publishedAt === null ? null : format.date(sheet.publishedAt) },
          ]}
        />
        {provenance ? (
          <>
            <h3 className={heading}>{words.provenance}</h3>
            <Facts
              facts={[
                { term: words.provenanceSource, value: provenance.source },
                { term: words.licence, value: provenance.licence },
                { term: words.originalOwner, value: provenance.owner },
                {
                  term: words.original,
                  value: /^https?:\/\//.test(provenance.url) ? (
                    <a href={provenance.url} rel="nofollow noopener" className="break-all">
                      {provenance.url}
                    </a>
                  ) : null,
                },
              ]}
            />
          </>
        ) : null}
      </Section>
    </>
  )
}

function Attachments({ sheet }: PartProps) {
  const { attachments, sourceLanguage } = sheet.shown.profile
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {attachments.map((attachment) => {
        const address = `/files/${sheet.id}/${attachment.file}`
        return (
          <li key={attachment.file}>
            {attachment.picture ? (
              <img
                src={address}
                alt={attachment.caption || attachment.name}
                loading="lazy"
                width="480"
                height="320"
                className="mb-1 h-auto max-h-80 w-full border border-line bg-raised object-contain"
              />
            ) : null}
            <a href={address} className="break-words">
              {attachment.name}
            </a>
            {attachment.caption ? (
              <p className="text-sm text-muted">
                <Foreign language={sourceLanguage}>{attachment.caption}</Foreign>
              </p>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
