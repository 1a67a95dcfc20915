import type { ReactNode } from 'react'
import { localPath, type Messages, useFormats, useLanguage, useMessages } from '#i18n'
import type { Card } from '#modules/catalogue'
import { Marked } from '#ui'
import { Why } from './listing-why.tsx'
import { priceWords, provinceName } from './names.ts'

/** How one stretch of the words that were searched for was taken, and where it stands. */
export interface ListedReason {
  readonly asked: string
  readonly reading: keyof Messages['catalogue']['search']['reading']
  readonly found: string
  readonly places: readonly (keyof Messages['catalogue']['search']['places'])[]
}

/** A listing in a list: a title and a benefit in one language, and its card. */
export interface ListedRow {
  readonly id: string
  readonly kind: 'technology' | 'need'
  readonly language: 'vi' | 'en'
  readonly title: readonly { readonly text: string; readonly hit: boolean }[]
  readonly snippet: readonly { readonly text: string; readonly hit: boolean }[]
  readonly card: Card
  /** How well it answers what was searched for. */
  readonly match?: 'direct' | keyof Messages['catalogue']['search']['matches']
  /** Why it was found, where that was asked. */
  readonly reasons?: readonly ListedReason[] | null
}

const folders = { technology: '/technologies/', need: '/needs/' } as const

interface RowProps {
  readonly row: ListedRow
  /** In a column or under a heading of its own: the facts stand beneath, the title is a third-level heading. */
  readonly narrow?: boolean
  /** Can be picked for comparison, by the form with this id. */
  readonly pick?: { readonly form: string; readonly picked: boolean }
}

/** What it is, its one-line benefit, how ready, which rights, at what price, where, whose. */
export function ListingRow({ row, narrow = false, pick }: RowProps) {
  const { catalogue } = useMessages()
  const language = useLanguage()
  const { kind } = row
  const words = catalogue.row
  const format = useFormats()
  const { card } = row
  const standing = [
    catalogue.search.kindOf[kind],
    ownerName(row, language, words),
    provinceName(language, card.province),
    format.date(card.publishedAt),
    card.imported ? words.imported : null,
  ]
  const foreign = row.language === language ? {} : { lang: row.language }
  const Heading = narrow ? 'h3' : 'h2'
  return (
    <li className={`grid gap-x-8 gap-y-2 border-b border-line py-4 ${narrow ? '' : 'md:grid-cols-[1fr_16rem]'}`}>
      <div>
        <Heading className="text-lg">
          <a href={localPath(language, folders[kind] + row.id)} {...foreign}>
            <Marked segments={row.title} />
          </a>
        </Heading>
        <p className="mt-1 max-md:line-clamp-2" {...foreign}>
          <Marked segments={row.snippet} />
        </p>
        {row.match ? <MatchWord match={row.match} /> : null}
        <p className="mt-1 text-sm text-muted">{standing.filter((part) => part !== null).join('\u00a0· ')}</p>
        {row.reasons ? <Why reasons={row.reasons} /> : null}
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-5 gap-y-1 md:block">
        <CardFacts row={row} narrow={narrow} />
        {pick && kind === 'technology' ? <PickBox row={row} {...pick} /> : null}
      </div>
    </li>
  )
}

const shapes = { mended: '≈', translated: '⇄', partial: '◔' } as const

/** A quiet word where a listing does not hold all of the words as they were typed. */
function MatchWord({ match }: Required<Pick<ListedRow, 'match'>>) {
  const words = useMessages().catalogue.search.matches
  if (match === 'direct') return null
  return (
    <p className="mt-1 text-sm text-muted">
      <span aria-hidden="true">{shapes[match]}</span>
      {` ${words[match]}`}
    </p>
  )
}

function PickBox({ row, form, picked }: { readonly row: ListedRow; readonly form: string; readonly picked: boolean }) {
  const words = useMessages().catalogue.compare
  const title = row.title.map(({ text }) => text).join('')
  return (
    <label className="inline-flex min-h-6 items-center gap-2 text-sm md:mt-2">
      <input
        type="checkbox"
        name="id"
        value={row.id}
        form={form}
        defaultChecked={picked}
        aria-label={words.pickNamed(title)}
        className="size-4 accent-action"
      />
      {words.pick}
    </label>
  )
}

type Words = ReturnType<typeof useMessages>['catalogue']['row']

function ownerName({ card: { owner } }: ListedRow, language: 'vi' | 'en', words: Words): string {
  if (!owner) return words.hiddenOwner
  const name = owner.name[language] || owner.name.vi
  return owner.verified ? name : `${name} (${words.unverified})`
}

function CardFacts({ row: { card, kind }, narrow }: { readonly row: ListedRow; readonly narrow: boolean }) {
  const messages = useMessages()
  const format = useFormats()
  const { row: words, rightsShort } = messages.catalogue
  return (
    <dl
      className={`flex flex-wrap content-start gap-x-5 gap-y-1 text-sm ${narrow ? '' : 'md:grid md:grid-cols-[auto_1fr] md:gap-x-3'}`}
    >
      {card.trl === null ? null : (
        <Fact narrow={narrow} term={words.readiness} plain>
          {words.trl(card.trl)}
        </Fact>
      )}
      {card.rights.length === 0 ? null : (
        <Fact narrow={narrow} term={words.rights} plain>
          {card.rights.map((right) => rightsShort[right]).join(', ')}
        </Fact>
      )}
      <Fact narrow={narrow} term={kind === 'need' ? words.budget : words.price}>
        {priceWords(messages, format, card.price)}
      </Fact>
    </dl>
  )
}

interface FactProps {
  readonly narrow: boolean
  readonly term: string
  /** Says by itself what it is: on a narrow screen its term is only heard. */
  readonly plain?: boolean
  readonly children: ReactNode
}

function Fact({ narrow, term, plain = false, children }: FactProps) {
  return (
    <div className={narrow ? 'flex gap-2' : 'flex gap-2 md:contents'}>
      <dt className={`text-muted ${plain ? 'max-md:sr-only' : ''}`}>{term}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  )
}
