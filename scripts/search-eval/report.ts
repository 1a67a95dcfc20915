import { mean } from './measures.ts'
import type { ClassFigures, Failure } from './evaluation.ts'

/** Means of classes, each class counting the same. */
export interface Means {
  readonly name: string
  readonly classes: number
  readonly ndcg: number
  readonly recall: number
  readonly success: number
}

/** Means over the classes asked in the language of what they look for, and over those across languages. */
export function meansOf(figures: readonly ClassFigures[], isAcross: (figure: ClassFigures) => boolean): Means[] {
  const groups: [string, ClassFigures[]][] = [
    ['mean, Vietnamese', figures.filter((figure) => figure.lang === 'vi' && !isAcross(figure))],
    ['mean, English', figures.filter((figure) => figure.lang === 'en' && !isAcross(figure))],
    ['mean, no language given', figures.filter((figure) => figure.lang === null && !isAcross(figure))],
    ['mean, across languages', figures.filter(isAcross)],
  ]
  return groups
    .filter(([, group]) => group.length > 0)
    .map(([name, group]) => ({
      name,
      classes: group.length,
      ndcg: mean(group.map((figure) => figure.ndcg)),
      recall: mean(group.map((figure) => figure.recall)),
      success: mean(group.map((figure) => figure.success)),
    }))
}

type Cell = string | number

const share = (value: number) => value.toFixed(3)
const time = (value: number) => value.toFixed(1)

/** Rows as text: the first `left` columns start at the left, the others end at the right. */
function columns(rows: readonly (readonly Cell[])[], left: number): string {
  const widths = (rows[0] ?? []).map((_cell, at) => Math.max(...rows.map((row) => String(row[at] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at < left ? String(cell).padEnd(widths[at] ?? 0) : String(cell).padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function figuresTable(figures: readonly ClassFigures[], means: readonly Means[]): string {
  return columns(
    [
      ['class', 'lang', 'queries', 'nDCG@10', 'recall@10', 'success@1', 'mean ms', 'p95 ms'],
      ...figures.map((figure) => [
        figure.class,
        figure.lang ?? '-',
        figure.queries,
        share(figure.ndcg),
        share(figure.recall),
        share(figure.success),
        time(figure.meanMilliseconds),
        time(figure.p95Milliseconds),
      ]),
      ...means.map(({ name, classes, ...row }) => [
        name,
        '',
        `${String(classes)} classes`,
        share(row.ndcg),
        share(row.recall),
        share(row.success),
        '',
        '',
      ]),
    ],
    2,
  )
}

export function failuresList(failures: readonly Failure[], titles: ReadonlyMap<string, string>): string {
  return failures
    .map(
      ({ class: name, lang, query, rank, wanted, first }, at) =>
        `${String(at + 1).padStart(3)}. ${name}${lang === null ? '' : ` (${lang})`}: ${query}\n` +
        `     wanted ${wanted}, at ${rank === null ? '-' : String(rank)}: ${titles.get(wanted) ?? 'not among the documents'}\n` +
        `     first  ${first === null ? '- nothing was found' : `${first.id}: ${first.title}`}`,
    )
    .join('\n')
}
