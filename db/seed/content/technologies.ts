import type { DemonstrationTechnology } from '../demonstration.ts'
import { aquacultureTechnologies } from './technologies-aquaculture.ts'
import { woodTechnologies } from './technologies-wood.ts'

/** Every offer of the demonstration, by theme. */
export const demonstrationTechnologies: readonly DemonstrationTechnology[] = [
  ...aquacultureTechnologies,
  ...woodTechnologies,
]
