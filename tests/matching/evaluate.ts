import {
  leastScore,
  type Match,
  matchesKept,
  matchOf,
  type PairFacts,
  preparedNeed,
  preparedTechnology,
  ranked,
  type Reason,
} from '#modules/matching'
import { publicTechnology, readTechnology } from '#modules/technologies'
import { demonstrationTechnologies } from '../../db/seed/content/technologies.ts'
import { type LabelledNeed, labelledNeeds } from './labelled.ts'

const today = Date.UTC(2026, 10, 25)

/** Nothing is known of the pair beside the two texts. */
const unknownFacts: PairFacts = {
  reserved: false,
  taken: false,
  answering: { asked: 0, answeredInTime: 0, medianHours: null },
  answers: new Map(),
}

/** A criterion whose verdict is not the labelled one. */
export interface WrongVerdict {
  readonly need: string
  readonly technology: string
  readonly criterion: string
  readonly labelled: string
  readonly found: string
  readonly sentence: string
}

export interface NeedFigures {
  readonly key: string
  readonly ndcg: number
  readonly recall: number
  readonly precision: number
  readonly first: readonly string[]
}

export interface Figures {
  readonly needs: readonly NeedFigures[]
  /** Means over the needs that some technology answers. */
  readonly ndcg: number
  readonly recall: number
  readonly precision: number
  /** Of technologies graded 2 or 3, the share whose score reaches the threshold; and of grade 0, the share that does. */
  readonly kept: number
  readonly strange: number
  readonly verdicts: number
  readonly right: number
  /** Verdicts met or not met that are labelled otherwise, of all verdicts met or not met. */
  readonly misled: number
  readonly wrong: readonly WrongVerdict[]
  /** Milliseconds to score all technologies for one need, prepared: the median over the needs. */
  readonly medianMs: number
}

const gain = (grade: number): number => 2 ** grade - 1
const discounted = (grades: readonly number[]): number =>
  grades.slice(0, 10).reduce((sum, grade, index) => sum + gain(grade) / Math.log2(index + 2), 0)

function needFigures({ key, grades }: LabelledNeed, order: readonly Match[]): NeedFigures {
  const found = order.map((match) => grades[match.technologyId] ?? 0)
  const ideal = Object.values(grades).sort((a, b) => b - a)
  const relevant = ideal.filter((grade) => grade >= 2).length
  const any = ideal.length
  return {
    key,
    ndcg: discounted(found) / discounted(ideal),
    recall: found.slice(0, 10).filter((grade) => grade > 0).length / any,
    // A need that one technology answers cannot fill three places.
    precision: found.slice(0, 3).filter((grade) => grade >= 2).length / Math.max(1, Math.min(3, relevant)),
    first: order.slice(0, 3).map((match) => `${match.technologyId} ${String(match.score)}`),
  }
}

const signs: Readonly<Record<string, string>> = { met: '+', not_met: '-', unknown: '?' }

function wrongVerdicts(
  need: LabelledNeed,
  match: Match,
  labels: string,
): { wrong: WrongVerdict[]; told: number; misled: number } {
  const judged = match.reasons.filter(
    (reason): reason is Extract<Reason, { kind: 'must' | 'nice' }> => reason.kind === 'must' || reason.kind === 'nice',
  )
  const ordered = [...need.profile.criteria].map(({ vi, en }) =>
    judged.find((reason) => reason.criterion.vi === vi && reason.criterion.en === en),
  )
  if (labels.length !== ordered.length) throw new Error(`${need.key}: ${labels} is not one sign a criterion`)
  let told = 0
  let misled = 0
  const wrong = ordered.flatMap((reason, index): WrongVerdict[] => {
    const found = signs[reason?.standing ?? 'unknown'] ?? '?'
    const labelled = labels[index] ?? '?'
    if (found !== '?') told += 1
    if (found === labelled) return []
    if (found !== '?') misled += 1
    return [
      {
        need: need.key,
        technology: match.technologyId,
        criterion: reason?.criterion.vi || reason?.criterion.en || '',
        labelled,
        found,
        sentence: reason?.evidence?.text ?? '',
      },
    ]
  })
  return { wrong, told, misled }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Runs the labelled set: every need against every technology of the demonstration. */
export function evaluate(): Figures {
  const technologies = demonstrationTechnologies.map(({ key, profile }) =>
    preparedTechnology(key, publicTechnology(readTechnology(profile)).profile, today),
  )
  const needs: NeedFigures[] = []
  const wrong: WrongVerdict[] = []
  const times: number[] = []
  let verdicts = 0
  let told = 0
  let misled = 0
  const scores: { grade: number; score: number; rank: number }[] = []
  for (const need of labelledNeeds) {
    const started = performance.now()
    const prepared = preparedNeed({ profile: need.profile, province: need.profile.province })
    const order = ranked(technologies.map((technology) => matchOf(prepared, technology, unknownFacts)))
    times.push(performance.now() - started)
    if (Object.keys(need.grades).length > 0) needs.push(needFigures(need, order))
    for (const [rank, match] of order.entries())
      scores.push({ grade: need.grades[match.technologyId] ?? 0, score: match.score, rank })
    for (const [technology, labels] of Object.entries(need.verdicts)) {
      const match = order.find((candidate) => candidate.technologyId === technology)
      if (!match) throw new Error(`${need.key}: no technology ${technology}`)
      const compared = wrongVerdicts(need, match, labels)
      verdicts += labels.length
      told += compared.told
      misled += compared.misled
      wrong.push(...compared.wrong)
    }
  }
  const good = scores.filter(({ grade }) => grade >= 2)
  const other = scores.filter(({ grade }) => grade === 0)
  const reaches = ({ score, rank }: { score: number; rank: number }) => score >= leastScore && rank < matchesKept
  return {
    needs,
    ndcg: mean(needs.map(({ ndcg }) => ndcg)),
    recall: mean(needs.map(({ recall }) => recall)),
    precision: mean(needs.map(({ precision }) => precision)),
    kept: good.filter(reaches).length / good.length,
    strange: other.filter(reaches).length / other.length,
    verdicts,
    right: (verdicts - wrong.length) / verdicts,
    misled: misled / told,
    wrong,
    medianMs: times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0,
  }
}
