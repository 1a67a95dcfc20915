import { useMessages } from '#i18n'
import { type Frequency, frequencies, nameLength } from '#modules/saved-searches'
import type { SearchLine } from '#modules/saved-searches/server'
import { type Field, Link, RadioGroup, TextField } from '#ui'

type Words = SearchLine['words']

/** What a search asks for, as terms and values. */
export function QuestionFacts({ words }: { readonly words: Words }) {
  return (
    <div className="border-l-4 border-edge bg-wash px-4 py-3">
      {words.text === '' ? null : <p className="font-semibold break-words">{words.text}</p>}
      {words.narrowed.length === 0 && words.text === '' ? <p className="font-semibold">{words.line}</p> : null}
      {words.narrowed.length > 0 ? (
        <dl className="grid gap-x-6 sm:grid-cols-[minmax(8rem,14rem)_1fr]">
          {words.narrowed.map(({ name, values }) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="mb-1">{values.join(', ')}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  )
}

interface FieldsProps {
  readonly fields: { readonly name: Field; readonly frequency: Field }
}

/** The name of a search, and how often it tells. */
export function SearchFields({ fields }: FieldsProps) {
  const words = useMessages().savedSearches
  const choice = (value: Frequency) => ({
    value,
    text: words.frequencies[value],
    help: words.frequencyHelp[value],
  })
  return (
    <>
      <TextField
        field={fields.name}
        label={words.name}
        help={words.nameHelp}
        maxLength={nameLength}
        autoComplete="off"
      />
      <RadioGroup field={fields.frequency} label={words.frequency} choices={frequencies.map(choice)} />
    </>
  )
}

/** Says that no letters come while the address is not confirmed. */
export function Unreachable() {
  const words = useMessages().savedSearches
  return (
    <p className="mb-5 border-l-4 border-caution bg-caution-wash px-4 py-3">
      {`${words.unconfirmed} `}
      <Link to="/account">{words.toAccount}</Link>
    </p>
  )
}
