import type { DemonstrationNeed } from '../demonstration.ts'
import { industryNeeds } from './needs-industry.ts'
import { seafoodNeeds } from './needs-seafood.ts'

/** Every need of the demonstration. */
export const demonstrationNeeds: readonly DemonstrationNeed[] = [...seafoodNeeds, ...industryNeeds]
