import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { check } from './check.ts'

const schema = z.object({
  title: z.string().min(1).max(5),
  mail: z.email(),
  state: z.enum(['a', 'b']),
  rows: z.array(z.object({ share: z.int().min(0).max(10) })).max(2),
  range: z
    .object({ from: z.number(), to: z.number() })
    .refine((range) => range.from <= range.to, { path: ['to'], error: 'budget_order' }),
})

const right = { title: 'x', mail: 'a@b.vn', state: 'a', rows: [{ share: 1 }], range: { from: 1, to: 2 } }

function issues(change: object): unknown {
  const result = check(schema, { ...right, ...change })
  return result.ok ? null : result.refusal.fields
}

describe('check', () => {
  it('passes what fits', () => {
    expect(check(schema, right)).toEqual({ ok: true, value: right })
  })

  it.each([
    [{ title: '' }, { title: [{ code: 'required' }] }],
    [{ title: undefined }, { title: [{ code: 'required' }] }],
    [{ title: 'toolong' }, { title: [{ code: 'too_long', values: { maximum: 5 } }] }],
    [{ title: 5 }, { title: [{ code: 'invalid' }] }],
    [{ mail: 'nobody' }, { mail: [{ code: 'email' }] }],
    [{ state: 'c' }, { state: [{ code: 'choose' }] }],
    [{ rows: [{ share: 11 }] }, { 'rows[0].share': [{ code: 'too_big', values: { maximum: 10 } }] }],
    [
      { rows: [{ share: 1 }, { share: 1 }, { share: 1 }] },
      { rows: [{ code: 'too_many_items', values: { maximum: 2 } }] },
    ],
    [{ range: { from: 3, to: 2 } }, { 'range.to': [{ code: 'budget_order' }] }],
  ])('names the field and what is wrong: %j', (change, fields) => {
    expect(issues(change)).toEqual(fields)
  })
})
