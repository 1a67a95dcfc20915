import type { Currency, Language } from '#kernel'
import { fingerprint } from '#kernel'
import type { NeedProfile, PublicNeed } from '#modules/needs'
import type { TechnologyProfile } from '#modules/technologies'
import {
  mustCaps,
  partlyShare,
  type ReasonKind,
  reasonKinds,
  subjectFloor,
  trustedFrom,
  unknownShare,
  weights,
} from '../weights.ts'
import { type Judged, judgeCriterion, type PreparedCriterion, preparedCriterion, type Verdict } from './criterion.ts'
import { type PreparedText, preparedText } from './passages.ts'
import type { CriterionReason, Reason } from './reasons.ts'
import { type NeedSubject, needSubjects, preparedSubject, type PreparedSubject, subjectLikeness } from './subject.ts'
import {
  type Answering,
  answeringStanding,
  type Availability,
  budgetStanding,
  capacityStanding,
  capacityWanted,
  fieldStanding,
  industryStanding,
  ipcStanding,
  languageStanding,
  placeStanding,
  readinessStanding,
  readinessWanted,
  type Standing,
  territoryStanding,
} from './terms.ts'

/** A need taken apart once for all the technologies it is compared with. */
export interface PreparedNeed {
  readonly open: NeedProfile
  readonly province: string | null
  readonly subjects: readonly NeedSubject[]
  readonly criteria: readonly {
    readonly kind: 'must' | 'nice'
    readonly key: string
    readonly said: { readonly vi: string; readonly en: string }
    readonly readings: readonly PreparedCriterion[]
  }[]
  readonly readinessWanted: number
  readonly capacity: ReturnType<typeof capacityWanted>
}

/** Names a criterion by its kind and words. */
function criterionKey(criterion: NeedProfile['criteria'][number]): string {
  return fingerprint(`${criterion.kind}\n${criterion.vi}\n${criterion.en}`)
}

/** @param need what `publicNeed` leaves of it */
export function preparedNeed(need: Pick<PublicNeed, 'profile' | 'province'>): PreparedNeed {
  const open = need.profile
  return {
    open,
    province: need.province,
    subjects: needSubjects(open),
    criteria: open.criteria.map((criterion) => ({
      kind: criterion.kind,
      key: criterionKey(criterion),
      said: { vi: criterion.vi, en: criterion.en },
      readings: (['vi', 'en'] as const)
        .filter((language) => criterion[language] !== '')
        .map((language) => preparedCriterion(criterion[language], language)),
    })),
    readinessWanted: readinessWanted(open),
    capacity: capacityWanted(open),
  }
}

/** A technology taken apart once for all the needs it is compared with. */
export interface PreparedTechnology {
  readonly id: string
  readonly open: TechnologyProfile
  readonly text: PreparedText
  readonly subject: PreparedSubject
}

/**
 * @param open what `publicTechnology` leaves of the profile
 * @param today milliseconds since 1970 UTC
 */
export function preparedTechnology(id: string, open: TechnologyProfile, today: number): PreparedTechnology {
  return { id, open, text: preparedText(open, today), subject: preparedSubject(open) }
}

/** The owner's answer to a question about one criterion. */
export interface GivenAnswer {
  readonly verdict: Exclude<Verdict, 'unknown'>
  readonly text: string
  readonly language: Language
}

/** What is known of a pair beside the two texts. */
export interface PairFacts extends Availability {
  readonly answering: Answering
  /** By the key of the criterion. */
  readonly answers: ReadonlyMap<string, GivenAnswer>
}

export interface Match {
  readonly technologyId: string
  /** 0 to 100, whole. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

const shares: Readonly<Record<Standing, number>> = { met: 1, partly: partlyShare, not_met: 0, unknown: unknownShare }

/** The first language in which the technology is written comes first, so that its own words are quoted. */
function judgedBy(readings: readonly PreparedCriterion[], technology: PreparedTechnology): Judged {
  const own = technology.open.sourceLanguage
  const ordered = [...readings].sort((a, b) => Number(b.language === own) - Number(a.language === own))
  return judgeCriterion(ordered, technology.text)
}

function criterionReasons(
  need: PreparedNeed,
  technology: PreparedTechnology,
  facts: PairFacts,
  likeness: number,
): CriterionReason[] {
  // A figure that agrees is worth more than an open question only as far as the subject is the same.
  const trust = Math.min(1, likeness / trustedFrom)
  return need.criteria.map(({ kind, key, said, readings }): CriterionReason => {
    const answer = facts.answers.get(key)
    const judged = answer
      ? {
          verdict: answer.verdict,
          evidence: { text: answer.text, language: answer.language, place: 'answer' as const },
        }
      : judgedBy(readings, technology)
    const most = weights[kind] / need.criteria.filter((other) => other.kind === kind).length
    const points =
      most * (judged.verdict === 'met' ? unknownShare + (1 - unknownShare) * trust : shares[judged.verdict])
    return { kind, key, criterion: said, standing: judged.verdict, evidence: judged.evidence, most, points }
  })
}

const money = (value: { amount: number; currency: string } | null) =>
  value === null ? null : { amount: value.amount, currency: value.currency as Currency }

function otherReasons(
  need: PreparedNeed,
  technology: PreparedTechnology,
  facts: PairFacts,
  likeness: number,
): Reason[] {
  const { open } = technology
  const capacity = capacityStanding(need.capacity, technology.text)
  const budget = budgetStanding(need.open.budget, open.price)
  const territory = territoryStanding(need.province, open.offers, facts)
  const plain = (kind: ReasonKind, standing: Standing) => ({
    standing,
    most: weights[kind],
    points: weights[kind] * shares[standing],
    evidence: null,
  })
  return [
    {
      ...plain('subject', likeness >= 0.5 ? 'met' : likeness >= subjectFloor.below ? 'partly' : 'not_met'),
      kind: 'subject',
      points: weights.subject * likeness,
      likeness,
    },
    {
      ...plain('field', fieldStanding(need.open.fields, open.fields)),
      kind: 'field',
      shared: need.open.fields.filter((code) => open.fields.includes(code)),
    },
    {
      ...plain('industry', industryStanding(need.open.industries, open.industries)),
      kind: 'industry',
      shared: need.open.industries.filter((code) => open.industries.includes(code)),
    },
    { ...plain('ipc', ipcStanding(need.open.fields, open.ipc)), kind: 'ipc', classes: open.ipc },
    {
      ...plain('readiness', readinessStanding(need.readinessWanted, open.readiness.claimed)),
      kind: 'readiness',
      wanted: need.readinessWanted,
      claimed: open.readiness.claimed,
    },
    {
      ...plain('capacity', capacity.standing),
      kind: 'capacity',
      evidence: capacity.passage && {
        text: capacity.passage.text,
        language: capacity.passage.language,
        place: capacity.passage.place,
      },
    },
    {
      ...plain('budget', budget.standing),
      kind: 'budget',
      price: money(budget.price),
      limit: money(budget.most),
      indicative: budget.price?.kind === 'indicative',
    },
    {
      ...plain('territory', territory),
      kind: 'territory',
      why:
        facts.reserved || facts.taken
          ? 'taken'
          : territory === 'met'
            ? 'offered'
            : territory === 'unknown'
              ? 'unsaid'
              : 'elsewhere',
    },
    { ...plain('language', languageStanding(need.open, open)), kind: 'language' },
    { ...plain('place', placeStanding(need.province, open.province)), kind: 'place', province: open.province },
    { ...plain('answering', answeringStanding(facts.answering)), kind: 'answering', ...facts.answering },
  ]
}

/**
 * The score of reasons, 0 to 100: their points as a share of all that could be given, at most what the must-haves not
 * met and a strange subject leave.
 */
export function scoreOf(reasons: readonly Reason[]): number {
  const most = reasons.reduce((sum, reason) => sum + reason.most, 0)
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0)
  const missed = reasons.filter((reason) => reason.kind === 'must' && reason.standing === 'not_met').length
  const subject = reasons.find((reason) => reason.kind === 'subject')
  const strange = subject !== undefined && subject.likeness < subjectFloor.below
  const whole = most === 0 ? 0 : (100 * points) / most
  const cap = mustCaps[Math.min(missed, mustCaps.length - 1)] ?? 0
  return Math.max(0, Math.round(Math.min(whole, cap, strange ? subjectFloor.most : 100)))
}

const placeOf = (kind: ReasonKind): number => reasonKinds.indexOf(kind)

/** Scores one technology for one need. Pure: the same need, technology and facts give the same match. */
export function matchOf(need: PreparedNeed, technology: PreparedTechnology, facts: PairFacts): Match {
  const likeness = subjectLikeness(need.subjects, technology.subject)
  const reasons = [
    ...otherReasons(need, technology, facts, likeness),
    ...criterionReasons(need, technology, facts, likeness),
  ].sort((a, b) => placeOf(a.kind) - placeOf(b.kind))
  return { technologyId: technology.id, score: scoreOf(reasons), reasons }
}

/** The best first; equal scores by id, so that the order of arrival decides nothing. */
export function ranked<T extends Pick<Match, 'technologyId' | 'score'>>(matches: readonly T[]): T[] {
  return [...matches].sort(
    (a, b) => b.score - a.score || (a.technologyId < b.technologyId ? -1 : a.technologyId > b.technologyId ? 1 : 0),
  )
}
