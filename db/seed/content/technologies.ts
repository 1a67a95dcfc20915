import type { DemonstrationTechnology } from '../demonstration.ts'
import { coconutTechnologies } from './technologies-coconut.ts'
import { desalinationTechnologies } from './technologies-desalination.ts'
import { dryLandTechnologies } from './technologies-dry-land.ts'
import { dryingTechnologies } from './technologies-drying.ts'
import { forestryTechnologies } from './technologies-forestry.ts'
import { highlandTechnologies } from './technologies-highland.ts'
import { medicinalTechnologies } from './technologies-medicinal.ts'
import { residueTechnologies } from './technologies-residues.ts'
import { seafoodTechnologies } from './technologies-seafood.ts'
import { seaweedShellfishTechnologies } from './technologies-seaweed-shellfish.ts'
import { shrimpFishTechnologies } from './technologies-shrimp-fish.ts'
import { softwareTechnologies } from './technologies-software.ts'
import { wasteWaterTechnologies } from './technologies-waste-water.ts'
import { woodProductTechnologies } from './technologies-wood-products.ts'

/** Every offer of the demonstration, by theme. */
export const demonstrationTechnologies: readonly DemonstrationTechnology[] = [
  ...shrimpFishTechnologies,
  ...seaweedShellfishTechnologies,
  ...seafoodTechnologies,
  ...woodProductTechnologies,
  ...forestryTechnologies,
  ...dryLandTechnologies,
  ...highlandTechnologies,
  ...wasteWaterTechnologies,
  ...desalinationTechnologies,
  ...coconutTechnologies,
  ...residueTechnologies,
  ...dryingTechnologies,
  ...medicinalTechnologies,
  ...softwareTechnologies,
]
