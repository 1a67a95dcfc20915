import { z } from 'zod'
import { codesOf, developmentGoals, greenTags, industries, ipcSymbol, provinces, scienceFields } from '#classifications'
import { currencies, otherLanguage } from '#kernel'
import {
  declarations,
  exclusivities,
  fundingKinds,
  offices,
  priceKinds,
  priceModes,
  rightsOffered,
  sections,
  sublicences,
  type TechnologyProfile,
  territories,
  type TextField,
  textFields,
  textLimits,
  transferForms,
  transferMethods,
  valuationPurposes,
} from '../profile.ts'
import { rightKinds, rightsBases, rightStatuses } from '../reference/rights.ts'
import type { Step } from '../steps.ts'
import { translatedNow } from '../translation.ts'
import {
  amountText,
  amountTyped,
  choiceOrNone,
  chosen,
  day,
  entries,
  rowsOf,
  sharePercent,
  shareText,
  ticked,
  typed,
  wholeOrNone,
} from './inputs.ts'

/** A step of the editor: its form's schema, the form's values from a profile, and the profile with the form's values. */
interface StepForm<S extends z.ZodType> {
  readonly schema: S
  readonly values: (profile: TechnologyProfile) => Readonly<Record<string, unknown>>
  readonly apply: (profile: TechnologyProfile, input: z.output<S>) => TechnologyProfile
}

const stepForm = <S extends z.ZodType>(form: StepForm<S>): StepForm<S> => form

const textOf = (profile: TechnologyProfile) => profile.texts[profile.sourceLanguage]

const withTexts = (profile: TechnologyProfile, texts: Partial<Record<TextField, string>>): TechnologyProfile => ({
  ...profile,
  texts: { ...profile.texts, [profile.sourceLanguage]: { ...textOf(profile), ...texts } },
})

const line = (field: TextField) => typed(textLimits[field])

const summary = stepForm({
  schema: z.object({
    title: line('title'),
    teaser: line('teaser'),
    field1: choiceOrNone(codesOf(scienceFields)),
    field2: choiceOrNone(codesOf(scienceFields)),
    field3: choiceOrNone(codesOf(scienceFields)),
    industries: chosen(codesOf(industries), 5),
    keywords: entries({ longest: 60, most: 15 }),
    ipc: entries({ longest: 20, most: 10, form: { pattern: ipcSymbol, code: 'ipc_form' } }),
    goals: chosen(codesOf(developmentGoals), 5),
    green: chosen(codesOf(greenTags), 5),
    province: choiceOrNone(codesOf(provinces)),
    place: typed(200),
  }),
  values: (profile) => ({
    title: textOf(profile).title,
    teaser: textOf(profile).teaser,
    field1: profile.fields[0] ?? '',
    field2: profile.fields[1] ?? '',
    field3: profile.fields[2] ?? '',
    industries: profile.industries,
    keywords: profile.keywords[profile.sourceLanguage].join(', '),
    ipc: profile.ipc.join(', '),
    goals: profile.goals,
    green: profile.green,
    province: profile.province ?? '',
    place: profile.place,
  }),
  apply: (profile, { title, teaser, field1, field2, field3, keywords, ...rest }) => ({
    ...withTexts(profile, { title, teaser }),
    ...rest,
    fields: [...new Set([field1, field2, field3].filter((code) => code !== null))],
    keywords: { ...profile.keywords, [profile.sourceLanguage]: keywords },
  }),
})

const content = stepForm({
  schema: z.object({
    problem: line('problem'),
    solution: line('solution'),
    advantages: line('advantages'),
    applications: line('applications'),
    comparison: rowsOf(
      z.object({ criterion: typed(200), unit: typed(60), present: typed(200), offered: typed(200) }),
      20,
    ),
  }),
  values: (profile) => {
    const { problem, solution, advantages, applications } = textOf(profile)
    return { problem, solution, advantages, applications, comparison: profile.comparison }
  },
  apply: (profile, { comparison, ...texts }) => ({
    ...withTexts(profile, texts),
    comparison: comparison.filter((row) => Object.values(row).some((cell) => cell !== '')),
  }),
})

const readiness = stepForm({
  schema: z.object({
    claimed: wholeOrNone(1, 9),
    evidence: rowsOf(
      z.object({
        level: z.coerce.number().int().min(1).max(9),
        title: typed(300),
        detail: typed(2000),
        madeOn: day,
        file: typed(80),
      }),
      30,
    ),
  }),
  values: ({ readiness: { claimed, evidence } }) => ({
    claimed: claimed === null ? '' : String(claimed),
    evidence: evidence.map((proof) => ({
      ...proof,
      level: String(proof.level),
      madeOn: proof.madeOn ?? '',
      file: proof.file ?? '',
    })),
  }),
  apply: (profile, { claimed, evidence }) => ({
    ...profile,
    readiness: {
      claimed,
      evidence: evidence
        .filter((proof) => proof.title !== '' || proof.detail !== '' || proof.madeOn !== null || proof.file !== '')
        .map((proof) => ({
          ...proof,
          file: profile.attachments.some((attachment) => attachment.file === proof.file) ? proof.file : null,
        })),
    },
  }),
})

const rights = stepForm({
  schema: z.object({
    rights: rowsOf(
      z.object({
        type: z.enum(rightKinds),
        office: z.enum(offices).default('VN'),
        number: typed(60),
        numberHidden: ticked,
        status: z.enum(rightStatuses),
        filedOn: day,
        expiresOn: day,
        holder: typed(200),
      }),
      20,
    ),
  }),
  values: (profile) => ({
    rights: profile.rights.map((right) => ({
      ...right,
      numberHidden: right.numberHidden ? 'on' : '',
      filedOn: right.filedOn ?? '',
      expiresOn: right.expiresOn ?? '',
    })),
  }),
  apply: (profile, input) => ({ ...profile, rights: input.rights }),
})

const priceInput = z
  .object({
    mode: z.enum(priceModes).default('unstated'),
    kind: z.enum(priceKinds).default('indicative'),
    amount: typed(40),
    currency: z.enum(currencies).default('VND'),
    purpose: z.enum(valuationPurposes).default('transfer'),
    neededOn: day,
  })
  .superRefine((input, context) => {
    if (input.mode === 'asking' && amountTyped(input.amount, input.currency) === null)
      context.addIssue({ code: 'custom', path: ['amount'], message: 'amount_form' })
  })

function priceOf(input: z.output<typeof priceInput>): TechnologyProfile['price'] {
  const { mode, kind, currency, purpose, neededOn } = input
  if (mode === 'asking') return { mode, kind, currency, amount: amountTyped(input.amount, currency) ?? 1 }
  if (mode === 'valuation') return { mode, purpose, neededOn }
  return { mode }
}

const transfer = stepForm({
  schema: z
    .object({
      offers: rowsOf(
        z.object({
          right: z.enum(rightsOffered),
          exclusivity: choiceOrNone(exclusivities),
          sublicence: z.enum(sublicences).default('none'),
          territory: chosen(territories, 40),
          fieldOfUse: typed(500),
          termMonths: wholeOrNone(1, 600),
          quantityLimit: typed(300),
          researchOnly: ticked,
        }),
        6,
      ),
      forms: chosen(transferForms, 8),
      methods: chosen(transferMethods, 6),
    })
    .and(priceInput),
  values: ({ offers, forms, methods, price }) => ({
    offers: offers.map((offer) => ({
      ...offer,
      exclusivity: offer.exclusivity ?? '',
      termMonths: offer.termMonths === null ? '' : String(offer.termMonths),
      researchOnly: offer.researchOnly ? 'on' : '',
    })),
    forms,
    methods,
    mode: price.mode,
    ...(price.mode === 'asking'
      ? { kind: price.kind, currency: price.currency, amount: amountText(price.amount, price.currency) }
      : {}),
    ...(price.mode === 'valuation' ? { purpose: price.purpose, neededOn: price.neededOn ?? '' } : {}),
  }),
  apply: (profile, { offers, forms, methods, ...price }) => ({
    ...profile,
    // Ownership passes whole: what limits a licence does not apply to it.
    offers: offers.map((offer) =>
      offer.right === 'ownership'
        ? { ...offer, exclusivity: null, sublicence: 'none' as const, termMonths: null, researchOnly: false }
        : offer,
    ),
    forms,
    methods,
    price: priceOf(price),
  }),
})

const origin = stepForm({
  schema: z.object({
    funding: rowsOf(
      z.object({
        kind: z.enum(fundingKinds),
        share: sharePercent,
        taskCode: typed(80),
        approvedOn: day,
        acceptance: typed(300),
        certificate: typed(80),
      }),
      10,
    ),
    owners: rowsOf(
      z.object({
        name: typed(200),
        organisationId: choiceText(40),
        basis: z.enum(rightsBases).default('owner'),
        share: sharePercent,
        consent: typed(300),
      }),
      20,
    ),
    authors: rowsOf(z.object({ name: typed(120), share: sharePercent }), 40),
    partnersNow: line('partnersNow'),
    partnersWanted: line('partnersWanted'),
  }),
  values: (profile) => ({
    funding: profile.funding.map((source) => ({
      ...source,
      share: shareText(source.share),
      approvedOn: source.approvedOn ?? '',
    })),
    owners: profile.owners.map((owner) => ({
      ...owner,
      organisationId: owner.organisationId ?? '',
      share: shareText(owner.share),
    })),
    authors: profile.authors.map((author) => ({ ...author, share: author.share === 0 ? '' : shareText(author.share) })),
    partnersNow: textOf(profile).partnersNow,
    partnersWanted: textOf(profile).partnersWanted,
  }),
  apply: (profile, { funding, owners, authors, ...texts }) => ({
    ...withTexts(profile, texts),
    funding,
    owners: owners.filter((owner) => owner.name !== '' || owner.organisationId !== null || owner.share > 0),
    authors: authors.filter((author) => author.name !== '' || author.share > 0),
  }),
})

function choiceText(longest: number) {
  return z.preprocess((raw) => (raw === '' || raw === undefined ? null : raw), z.string().max(longest).nullable())
}

/** Captions and openness of the files that are there; which files there are is changed by uploading and removing. */
const files = stepForm({
  schema: z.object({
    attachments: rowsOf(z.object({ file: typed(80), caption: typed(300), picture: ticked, confidential: ticked }), 20),
  }),
  values: (profile) => ({
    attachments: profile.attachments.map(({ file, caption, picture, confidential }) => ({
      file,
      caption,
      picture: picture ? 'on' : '',
      confidential: confidential ? 'on' : '',
    })),
  }),
  apply: (profile, input) => ({
    ...profile,
    attachments: profile.attachments.map((attachment) => {
      const change = input.attachments.find((row) => row.file === attachment.file)
      return change ? { ...attachment, ...change } : attachment
    }),
  }),
})

const translation = stepForm({
  schema: z.object({
    title: line('title'),
    teaser: line('teaser'),
    problem: line('problem'),
    solution: line('solution'),
    advantages: line('advantages'),
    applications: line('applications'),
    partnersNow: line('partnersNow'),
    partnersWanted: line('partnersWanted'),
    keywords: entries({ longest: 60, most: 15 }),
    confirmed: chosen(textFields, textFields.length),
  }),
  values: (profile) => {
    const language = otherLanguage(profile.sourceLanguage)
    return { ...profile.texts[language], keywords: profile.keywords[language].join(', ') }
  },
  apply: (profile, { keywords, confirmed, ...translations }) => {
    const language = otherLanguage(profile.sourceLanguage)
    return {
      ...profile,
      texts: { ...profile.texts, [language]: translations },
      keywords: { ...profile.keywords, [language]: keywords },
      translatedFrom: translatedNow(profile, translations, confirmed),
    }
  },
})

const openness = stepForm({
  schema: z.object({
    confidential: chosen(sections, sections.length),
    hiddenNumbers: z.preprocess(
      (raw): unknown => (raw === undefined || Array.isArray(raw) ? (raw ?? []) : [raw]),
      z.array(z.coerce.number().int()).max(20),
    ),
  }),
  values: (profile) => ({
    confidential: sections.filter((section) => profile.visibility[section] === 'confidential'),
    hiddenNumbers: profile.rights.flatMap((right, index) => (right.numberHidden ? [String(index)] : [])),
  }),
  apply: (profile, { confidential, hiddenNumbers }) => {
    const visibility = { ...profile.visibility }
    for (const section of sections) visibility[section] = confidential.includes(section) ? 'confidential' : 'public'
    return {
      ...profile,
      visibility,
      rights: profile.rights.map((right, index) => ({ ...right, numberHidden: hiddenNumbers.includes(index) })),
    }
  },
})

const declaration = stepForm({
  schema: z.object({ kind: choiceOrNone(declarations), basis: typed(1000) }),
  values: (profile) => ({ kind: profile.declaration.kind ?? '', basis: profile.declaration.basis }),
  apply: (profile, input) => ({ ...profile, declaration: input }),
})

export const stepForms = {
  summary,
  content,
  readiness,
  rights,
  transfer,
  origin,
  files,
  translation,
  openness,
  declaration,
} satisfies Record<Step, unknown>

/** The values a step's form shows for a profile. */
export function stepValues(profile: TechnologyProfile, step: Step): Readonly<Record<string, unknown>> {
  return stepForms[step].values(profile)
}
