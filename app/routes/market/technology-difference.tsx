import { developmentGoals, greenTags, industries, provinces, scienceFields } from '#classifications'
import { type Formats, type Messages, useFormats, useLanguage, useMessages } from '#i18n'
import type { Language } from '#kernel'
import {
  type Difference,
  differenceParts,
  type DifferenceValue,
  rightsBasisNames,
  rightStatusNames,
} from '#modules/technologies'
import { nameIn, rightTypeName, territoryName } from '../public/technology-names.ts'

/** What changed between two profiles: part by part, field by field, before and after, words marked. */
export function DifferenceView({ differences }: { readonly differences: readonly Difference[] }) {
  const { technologies } = useMessages()
  const parts = differenceParts.filter((part) => differences.some((one) => one.part === part))
  if (parts.length === 0) return <p className="text-muted">{technologies.own.noDifference}</p>
  return (
    <div className="space-y-6">
      {parts.map((part) => (
        <section key={part}>
          <h3 className="mb-2 font-semibold">{technologies.differenceParts[part]}</h3>
          <ul className="space-y-3">
            {differences
              .filter((one) => one.part === part)
              .map((one, index) => (
                <li key={index} className="border-l-4 border-line pl-3">
                  <Changed change={one} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Changed({ change }: { readonly change: Difference }) {
  const messages = useMessages()
  const { site, technologies } = messages
  const words = technologies.difference
  const language = useLanguage()
  const format = useFormats()
  const { row } = change
  const text = (value: DifferenceValue) => valueText(change, value, messages, language, format) || words.nothing
  return (
    <>
      <p className="text-sm text-muted">
        {[
          ...(row
            ? [`${words[row.fate]}${row.name === '' ? '' : `: ${rowName(change, row.name, messages, language)}`}`]
            : []),
          fieldName(change, messages),
          ...(change.language ? [site.languageNames[change.language]] : []),
        ].join(' · ')}
      </p>
      {change.words && change.before !== '' && change.after !== '' ? (
        <p className="max-w-[75ch] whitespace-pre-line" {...(change.language ? { lang: change.language } : {})}>
          {change.words.map((segment, index) =>
            segment.change === 'same' ? (
              <span key={index}>{segment.text}</span>
            ) : segment.change === 'added' ? (
              <ins key={index} className="bg-action-wash font-semibold">
                <span className="sr-only">{words.addedWords} </span>
                {segment.text}
              </ins>
            ) : (
              <del key={index} className="bg-danger-wash">
                <span className="sr-only">{words.removedWords} </span>
                {segment.text}
              </del>
            ),
          )}
        </p>
      ) : row && row.fate !== 'changed' ? (
        <p className="max-w-[75ch] whitespace-pre-line">{text(row.fate === 'added' ? change.after : change.before)}</p>
      ) : (
        <dl className="grid gap-x-6 sm:grid-cols-2">
          <div>
            <dt className="text-sm text-muted">{words.before}</dt>
            <dd className="whitespace-pre-line">{text(change.before)}</dd>
          </div>
          <div>
            <dt className="text-sm text-muted">{words.after}</dt>
            <dd className="whitespace-pre-line">{text(change.after)}</dd>
          </div>
        </dl>
      )}
    </>
  )
}

const named = (dictionary: Readonly<Record<string, string>>, key: string): string => dictionary[key] ?? key

function fieldName({ part, field }: Difference, { technologies }: Messages): string {
  if (part === 'texts') return named(technologies.textFields, field)
  if (part === 'openness') return named(technologies.sections, field)
  return named(technologies.differenceFields, field)
}

/** A row's name where it is made of codes. */
function rowName({ part }: Difference, name: string, messages: Messages, language: Language): string {
  const [first = '', ...rest] = name.split(' ')
  const { technologies } = messages
  if (part === 'rights') return [rightTypeName(first as never, language), ...rest].join(' ')
  if (part === 'offers')
    return [named(technologies.rightsOffered, first), named(technologies.exclusivities, rest.join(' '))]
      .filter((word) => word !== '')
      .join(', ')
  if (part === 'funding') return [named(technologies.fundingKinds, first), ...rest].join(' ')
  return name
}

function valueText(
  change: Difference,
  value: DifferenceValue,
  messages: Messages,
  language: Language,
  format: Formats,
): string {
  const { site } = messages
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? site.yes : site.no
  if (Array.isArray(value)) return value.map((one: string) => codeText(change, one, messages, language)).join('; ')
  if (typeof value === 'number') return change.field === 'share' ? format.share(value) : format.number(value)
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? format.day(text) : codeText(change, text, messages, language)
}

function codeText({ part, field }: Difference, code: string, messages: Messages, language: Language): string {
  const { technologies } = messages
  const key = part === 'openness' ? 'openness' : `${part}.${field}`
  switch (key) {
    case 'openness':
      return named(technologies.difference, code)
    case 'rights.type':
      return rightTypeName(code as never, language)
    case 'rights.status':
      return named(
        Object.fromEntries(Object.entries(rightStatusNames).map(([status, name]) => [status, name[language]])),
        code,
      )
    case 'rights.office':
      return named(technologies.offices, code)
    case 'offers.right':
      return named(technologies.rightsOffered, code)
    case 'offers.exclusivity':
      return named(technologies.exclusivities, code)
    case 'offers.sublicence':
      return named(technologies.sublicences, code)
    case 'offers.territory':
      return territoryName(code, messages, language)
    case 'transfer.forms':
      return named(technologies.transferForms, code)
    case 'transfer.methods':
      return named(technologies.transferMethods, code)
    case 'price.mode':
      return named(technologies.priceModes, code)
    case 'price.kind':
      return named(technologies.priceKinds, code)
    case 'price.purpose':
      return named(technologies.valuationPurposes, code)
    case 'funding.kind':
      return named(technologies.fundingKinds, code)
    case 'owners.basis':
      return named(
        Object.fromEntries(Object.entries(rightsBasisNames).map(([basis, name]) => [basis, name[language]])),
        code,
      )
    case 'declaration.kind':
      return named(technologies.declarations, code)
    case 'classification.fields':
      return nameIn(scienceFields, code, language)
    case 'classification.industries':
      return nameIn(industries, code, language)
    case 'classification.goals':
      return nameIn(developmentGoals, code, language)
    case 'classification.green':
      return nameIn(greenTags, code, language)
    case 'classification.province':
      return nameIn(provinces, code, language)
    default:
      return code
  }
}
