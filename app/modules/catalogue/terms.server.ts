import { termsForSearch } from '#modules/terminology/server'
import { onNewsInBatches } from '#platform/jobs'
import { log } from '#platform/log'
import { forgetAnswers } from './answers.server.ts'
import { engine } from './engine.server.ts'

async function giveTerms(): Promise<void> {
  await engine().useTerms(await termsForSearch())
  forgetAnswers()
}

/** Gives the engine the operator's terms; without them it still searches by those it has. */
export async function giveTermsAtStart(): Promise<void> {
  try {
    await giveTerms()
  } catch (error) {
    log.error({ err: error }, 'the terminology could not be given to the search')
  }
}

/** Gives the engine the operator's terms again when they have changed. */
export function followTerms(): void {
  onNewsInBatches('terms.changed', 'give the terminology to the search', giveTerms)
}
