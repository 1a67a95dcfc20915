import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { labelsIn } from './labels.ts'

function Field({ field, label }: { readonly field: { readonly name: string }; readonly label: ReactNode }) {
  return (
    <>
      {field.name} {label}
    </>
  )
}

describe('labelsIn', () => {
  it('finds the labels of fields wherever they stand, in the order of the form', () => {
    const labels = labelsIn(
      <>
        <Field field={{ name: 'title' }} label="Tiêu đề" />
        <fieldset>
          <div>
            {[1, 2].map((n) => (
              <Field key={n} field={{ name: `rows[${String(n)}].share` }} label={`Tỷ lệ ${String(n)}`} />
            ))}
          </div>
        </fieldset>
        <p>{null}</p>
        <Field field={{ name: 'reason' }} label="Lý do" />
      </>,
    )
    expect([...labels]).toEqual([
      ['title', 'Tiêu đề'],
      ['rows[1].share', 'Tỷ lệ 1'],
      ['rows[2].share', 'Tỷ lệ 2'],
      ['reason', 'Lý do'],
    ])
  })

  it('reads labels of several pieces, those that are only heard among them', () => {
    const label = (
      <>
        {'Lý do'}
        <span className="sr-only">{': Phương pháp chi phí'}</span>
      </>
    )
    expect([...labelsIn(<Field field={{ name: 'weights[0].reason' }} label={label} />)]).toEqual([
      ['weights[0].reason', 'Lý do: Phương pháp chi phí'],
    ])
  })

  it('finds a field that answers only when it is read, as those of forms do', () => {
    const field = new Proxy({} as { readonly name: string }, { get: (_, key) => (key === 'name' ? 'fee' : undefined) })
    expect([...labelsIn(<Field field={field} label="Thù lao" />)]).toEqual([['fee', 'Thù lao']])
  })
})
