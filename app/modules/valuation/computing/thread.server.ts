import { createHash } from 'node:crypto'
import { getPriority, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { done } from '#kernel'
import { type ComputingCalls } from './computing.server.ts'
import { type Answer, type Call } from './pool.server.ts'
import { reported, simulated, uploadedModel, verified } from './tasks.ts'

/** A thread that computes: one call after the other. */

// On Linux each thread has its own priority: where cores are few, pages and searches go before figures.
if (process.platform === 'linux') setPriority(0, Math.max(10, getPriority(0)))

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

const calls: ComputingCalls = {
  simulate: simulated,
  report: ({ model, particulars }) => reported(model, particulars, hash),
  verify: (text) => verified(text, hash),
  model: uploadedModel,
  typeset: async ({ report, as, language, signature }) => {
    const { reportDocx, reportPdf } = await import('../report/report-document.server.ts')
    return done(await (as === 'pdf' ? reportPdf : reportDocx)(report, language, signature))
  },
  workbook: async ({ bytes, model, by, at }) => {
    // Loaded when it is needed: figures do not wait for what reads spreadsheets.
    const { readWorkbook } = await import('../workbook/xlsx.server.ts')
    return readWorkbook(model, Buffer.from(bytes), by, at)
  },
}

async function answerTo({ name, given }: Call): Promise<Answer> {
  try {
    const call = calls[name as keyof ComputingCalls] as (given: unknown) => unknown
    return { value: await call(given) }
  } catch (error) {
    const { name: kind, message } = error instanceof Error ? error : new Error(String(error))
    return { error: { name: kind, message } }
  }
}

parentPort?.on('message', (call: Call) => {
  void answerTo(call).then((answer) => parentPort?.postMessage(answer))
})
const ready: Answer = { ready: true }
parentPort?.postMessage(ready)
