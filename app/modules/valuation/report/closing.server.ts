import { type Block } from '#platform/documents'
import { type Speech } from './speech.server.ts'

/** By whom and when a report was signed, and where anyone can recompute it. */
export interface ReportSignature {
  readonly signedBy: string
  readonly organisation: string
  /** Milliseconds since 1970 UTC. */
  readonly signedAt: number
  readonly hash: string
  readonly verifyAddress: string
}

function recomputingBlocks({ say, report }: Speech, signature: ReportSignature | null): Block[] {
  const { recomputing } = say
  return [
    { kind: 'heading', level: 1, text: say.sections.recomputing },
    { kind: 'paragraph', tone: 'plain', text: recomputing.lead },
    ...(signature === null
      ? []
      : [
          {
            kind: 'list',
            ordered: true,
            items: [recomputing.steps.file, recomputing.steps.page(signature.verifyAddress), recomputing.steps.check],
          } as const,
        ]),
    {
      kind: 'facts',
      rows: [
        { term: recomputing.hash, value: signature?.hash ?? report.hash },
        { term: recomputing.modelHash, value: report.modelHash },
        { term: recomputing.engine, value: report.engine.version },
      ],
    },
    { kind: 'paragraph', tone: 'muted', text: recomputing.howHashed },
  ]
}

function signatureBlocks({ say, format }: Speech, signature: ReportSignature | null): Block[] {
  const { signature: words } = say
  const heading = { kind: 'heading', level: 1, text: say.sections.signature } as const
  if (!signature) return [heading, { kind: 'paragraph', tone: 'caution', text: words.unsigned }]
  return [
    heading,
    {
      kind: 'signature',
      heading: words.heading,
      rows: [
        { term: words.signedBy, value: signature.signedBy },
        { term: words.organisation, value: signature.organisation },
        { term: words.signedAt, value: format.dateTime(signature.signedAt) },
        { term: words.hash, value: signature.hash },
      ],
      note: words.note,
    },
  ]
}

/** Limits, independence, how to recompute, and the signature. */
export function closingBlocks(speech: Speech, signature: ReportSignature | null): Block[] {
  const { say, report } = speech
  const { limits, independence } = report.particulars
  return [
    { kind: 'heading', level: 1, text: say.sections.limits },
    limits.length === 0
      ? { kind: 'paragraph', tone: 'plain', text: say.noLimits }
      : { kind: 'list', ordered: false, items: limits },
    { kind: 'heading', level: 1, text: say.sections.independence },
    { kind: 'paragraph', tone: 'plain', text: independence.trim() === '' ? say.noIndependence : independence },
    ...recomputingBlocks(speech, signature),
    ...signatureBlocks(speech, signature),
  ]
}
