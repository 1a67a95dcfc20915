import type { DemonstrationTechnology } from '../demonstration.ts'
import { aquacultureTechnologies } from './technologies-aquaculture.ts'
import { coconutRiceTechnologies } from './technologies-coconut-rice.ts'
import { dryingMedicinalTechnologies } from './technologies-drying-medicinal.ts'
import { farmingTechnologies } from './technologies-farming.ts'
import { materialsSoftwareTechnologies } from './technologies-materials-software.ts'
import { seafoodTechnologies } from './technologies-seafood.ts'
import { waterTechnologies } from './technologies-water.ts'
import { woodTechnologies } from './technologies-wood.ts'

/** Every offer of the demonstration, by theme. */
export const demonstrationTechnologies: readonly DemonstrationTechnology[] = [
  ...aquacultureTechnologies,
  ...seafoodTechnologies,
  ...woodTechnologies,
  ...farmingTechnologies,
  ...waterTechnologies,
  ...coconutRiceTechnologies,
  ...dryingMedicinalTechnologies,
  ...materialsSoftwareTechnologies,
]
