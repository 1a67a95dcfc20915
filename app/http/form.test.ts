import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collect, readSubmission } from './form.server.ts'

const site = 'http://127.0.0.1:3000/x'

function urlencoded(body: string | URLSearchParams): Request {
  return new Request(site, {
    method: 'POST',
    body: String(body),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
}

async function valuesOf(request: Request): Promise<unknown> {
  const result = await readSubmission(request)
  return result.ok ? result.value.values : result.refusal
}

describe('readSubmission', () => {
  it('nests names, tidies texts and keeps several values', async () => {
    const body = new URLSearchParams([
      ['title', ' Sấy '.normalize('NFD')],
      ['rights[0].number', '1-0012345'],
      ['rights[1].number', ''],
      ['fields', '211'],
      ['fields', '405'],
    ])
    expect(await valuesOf(urlencoded(body))).toEqual({
      title: 'Sấy',
      rights: [{ number: '1-0012345' }, { number: '' }],
      fields: ['211', '405'],
    })
  })

  it('separates files from texts', async () => {
    const data = new FormData()
    data.set('title', 'x')
    data.set('proof', new File(['hello'], 'a.txt'))
    const result = await readSubmission(new Request(site, { method: 'POST', body: data }))
    expect(result.ok && [result.value.values, result.value.files['proof']?.[0]?.name]).toEqual([
      { title: 'x' },
      'a.txt',
    ])
  })

  it.each([
    ['10 MB of text', () => urlencoded(`title=${'a'.repeat(10_000_000)}`), 413],
    ['a NUL byte', () => urlencoded('title=a%00b'), 400],
    [
      'an unpaired surrogate',
      () =>
        new Request(site, {
          method: 'POST',
          body: 'title=%ED%A0%80%00',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        }),
      400,
    ],
    [
      'another type of body',
      () => new Request(site, { method: 'POST', body: '{"title":1}', headers: { 'Content-Type': 'application/json' } }),
      400,
    ],
    [
      'a broken multipart body',
      () =>
        new Request(site, {
          method: 'POST',
          body: '--x\r\nnonsense',
          headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
        }),
      400,
    ],
    ['a name that reaches for the prototype', () => urlencoded('__proto__.admin=1'), 400],
    ['an index of a million', () => urlencoded('rights[1000000].number=1'), 400],
    ['a broken intent', () => urlencoded('__intent__=%7Bbroken'), 400],
    ['too many fields', () => urlencoded('a=1&'.repeat(3000)), 400],
  ])('refuses %s', async (_what, request, status) => {
    expect(await valuesOf(request())).toMatchObject({ status })
  })

  it('never throws on names and values of any kind', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), { maxLength: 8 }),
        (entries) => {
          const data = new FormData()
          for (const [name, value] of entries) data.append(name, value)
          expect(typeof collect(data).ok).toBe('boolean')
          expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
        },
      ),
    )
  })

  it('answers a row button with the changed form instead of its values', async () => {
    const intent = JSON.stringify({ type: 'insert', payload: { name: 'rights', defaultValue: { number: '' } } })
    const result = await readSubmission(
      urlencoded(new URLSearchParams({ title: 'x', 'rights[0].number': '1', __intent__: intent })),
    )
    expect(result.ok && result.value.change).toMatchObject({ initialValue: { title: 'x' } })
  })
})
