import { describe, expect, it } from 'vitest'
import { input, number, reliefModel, triangular, withInputs } from '../../../../tests/support/valuation-model.ts'
import { examineCorrelation } from '../engine/risk/correlation.ts'
import { type ValuationModel } from './document.ts'
import { nearestCorrelations } from './nearest-correlations.ts'
import { correlationOf, simulateModel } from './simulate.ts'

const pairs = (...correlations: [string, string, number][]): ValuationModel['correlations'] =>
  correlations.map(([one, other, rank]) => ({ inputs: [one, other], rank }))

describe('correlations that cannot hold together', () => {
  const impossible: ValuationModel = {
    ...reliefModel(),
    correlations: pairs(['royalty', 'revenue', 0.9], ['revenue', 'rate', 0.9], ['royalty', 'rate', -0.9]),
  }

  it('are refused by the simulation, and the nearest that can are offered, near them', () => {
    expect(simulateModel(impossible).targets[0]?.refusal?.reason).toBe('not_positive_semidefinite')
    const offered = nearestCorrelations(impossible)
    if (!offered) throw new Error('nothing offered')
    const mended = { ...impossible, correlations: offered }
    const matrix = correlationOf(mended, ['royalty', 'revenue', 'rate'])
    expect(matrix && examineCorrelation(matrix).result.positiveSemidefinite).toBe(true)
    expect(simulateModel(mended).targets[0]?.refusal).toBeNull()
    for (const { inputs, rank } of offered) {
      const before = impossible.correlations.find((pair) => pair.inputs.join() === inputs.join())?.rank ?? 0
      expect(Math.abs(rank - before)).toBeLessThan(0.6)
      expect(Math.sign(rank)).toBe(Math.sign(before))
    }
  })

  it('are left alone where they can', () => {
    expect(nearestCorrelations(reliefModel())).toBeNull()
    const extra = input('extra', 'rate', number('0.1'), triangular('0', '0.1', '0.2'))
    const model = withInputs({ ...reliefModel(), correlations: pairs(['royalty', 'revenue', 0.5]) }, extra)
    expect(nearestCorrelations(model)).toBeNull()
  })
})
