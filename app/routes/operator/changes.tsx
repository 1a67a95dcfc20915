import { useMessages } from '#i18n'
import type { NeedDifference } from '#modules/moderation'
import type { Difference } from '#modules/technologies'
import { Table } from '#ui'

/** What changed in a technology since its last review. */
export function TechnologyChanges({ changes }: { readonly changes: readonly Difference[] }) {
  const { moderation, site, technologies } = useMessages()
  const words = moderation.review
  const fieldNames: Readonly<Record<string, string>> = { ...technologies.differenceFields, ...technologies.textFields }
  const fates = { changed: '', added: ` (${words.added})`, removed: ` (${words.removed})` }
  if (changes.length === 0) return <p>{words.noChanges}</p>
  return (
    <Table
      caption={words.changes}
      rows={changes.map((change, index) => ({ ...change, index }))}
      rowKey={(change) => String(change.index)}
      columns={[
        {
          head: words.field,
          cell: (change) => (
            <>
              {change.part === 'texts' ? null : (
                <span className="block text-sm text-muted">{technologies.differenceParts[change.part]}</span>
              )}
              {fieldNames[change.field] ?? change.field}
              {change.row ? <span className="block text-sm">{change.row.name + fates[change.row.fate]}</span> : null}
              {change.language ? (
                <span className="block text-sm text-muted">{site.languageNames[change.language]}</span>
              ) : null}
            </>
          ),
        },
        { head: words.before, cell: (change) => <Side change={change} side="before" /> },
        { head: words.after, cell: (change) => <Side change={change} side="after" /> },
      ]}
    />
  )
}

/** One side of a change; words that came or went are marked by more than colour. */
function Side({ change, side }: { readonly change: Difference; readonly side: 'before' | 'after' }) {
  const { site } = useMessages()
  if (change.words) {
    const left = side === 'before' ? 'removed' : 'added'
    return (
      <span className="whitespace-pre-line" {...(change.language ? { lang: change.language } : {})}>
        {change.words.map((segment, index) =>
          segment.change === 'same' ? (
            <span key={index}>{segment.text}</span>
          ) : segment.change !== left ? null : side === 'before' ? (
            <del key={index} className="bg-danger-wash">
              {segment.text}
            </del>
          ) : (
            <ins key={index} className="bg-action-wash">
              {segment.text}
            </ins>
          ),
        )}
      </span>
    )
  }
  const value = change[side]
  if (value === null || value === '') return <span className="text-muted">{site.none}</span>
  if (typeof value === 'boolean') return <>{value ? site.yes : site.no}</>
  return <>{typeof value === 'object' ? value.join(', ') : String(value)}</>
}

/** What changed in a need since its last review. */
export function NeedChanges({ changes }: { readonly changes: readonly NeedDifference[] }) {
  const { moderation, needs, site } = useMessages()
  const words = moderation.review
  const names: Readonly<Record<string, string>> = {
    ...needs.facts,
    ...needs.texts,
    budgetFrom: `${needs.facts.budget}: ${needs.form.budgetFrom}`,
    budgetTo: `${needs.facts.budget}: ${needs.form.budgetTo}`,
    currency: needs.form.currency,
    nameHidden: needs.facts.openness,
  }
  if (changes.length === 0) return <p>{words.noChanges}</p>
  return (
    <Table
      caption={words.changes}
      rows={changes}
      rowKey={(change) => `${change.field} ${change.language ?? ''}`}
      columns={[
        {
          head: words.field,
          cell: (change) => (
            <>
              {names[change.field] ?? change.field}
              {change.language ? (
                <span className="block text-sm text-muted">{site.languageNames[change.language]}</span>
              ) : null}
            </>
          ),
        },
        ...(['before', 'after'] as const).map((side) => ({
          head: words[side],
          cell: (change: NeedDifference) => (
            <span className="whitespace-pre-line" {...(change.language ? { lang: change.language } : {})}>
              {change[side] || site.none}
            </span>
          ),
        })),
      ]}
    />
  )
}
