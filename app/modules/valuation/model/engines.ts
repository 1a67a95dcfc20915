import { contributionToVariance } from '../engine/risk/contribution.ts'
import { spider, tornado, twoWayTable } from '../engine/risk/sensitivity.ts'
import { simulate } from '../engine/risk/simulation.ts'
import { type MethodTable } from './methods/method.ts'
import { methodsOfVersion1, methodsOfVersion2 } from './methods/table.ts'
import { reconcile } from './reconcile.ts'

/**
 * Everything that figures of a model come from. A report names the version it was made with; a version is never changed
 * once a report may name it. What gives other figures is added beside it: `{ ...engine1, version: '2', … }`.
 */
export interface Engine {
  version: string
  methods: MethodTable
  reconcile: typeof reconcile
  simulate: typeof simulate
  tornado: typeof tornado
  spider: typeof spider
  twoWayTable: typeof twoWayTable
  contributionToVariance: typeof contributionToVariance
}

const engine1: Engine = {
  version: '1',
  methods: methodsOfVersion1,
  reconcile,
  simulate,
  tornado,
  spider,
  twoWayTable,
  contributionToVariance,
}

export type Engines = ReadonlyMap<string, Engine>

const engine2: Engine = { ...engine1, version: '2', methods: methodsOfVersion2 }

/** All versions that reports may name. */
export const engines: Engines = new Map([engine1, engine2].map((engine) => [engine.version, engine]))

/** The version that new figures are made with. */
export const currentEngine: Engine = engine2

/** Its methods: what forms, files and reports know of slots and approaches. */
export const valuationMethods: MethodTable = currentEngine.methods
