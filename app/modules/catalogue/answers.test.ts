import { beforeEach, describe, expect, it, vi } from 'vitest'
import { answered, forgetAnswers } from './answers.server.ts'

beforeEach(forgetAnswers)

describe('answered', () => {
  it('finds once while the index stays as it is', async () => {
    const find = vi.fn(async () => ['a'])
    expect(await answered('q', find)).toEqual(['a'])
    expect(await answered('q', find)).toEqual(['a'])
    expect(find).toHaveBeenCalledTimes(1)
  })

  it('finds again after a change', async () => {
    await answered('q', async () => 'old')
    forgetAnswers()
    expect(await answered('q', async () => 'new')).toBe('new')
  })

  it('keeps nothing that was found while the index changed', async () => {
    const during = answered('q', async () => {
      forgetAnswers()
      return 'between'
    })
    expect(await during).toBe('between')
    expect(await answered('q', async () => 'after')).toBe('after')
  })

  it('keeps what is asked for often and lets go of the rest', async () => {
    await answered('often', async () => 'first')
    for (let n = 0; n < 400; n++) {
      await answered(`once ${String(n)}`, async () => n)
      await answered('often', async () => 'second')
    }
    expect(await answered('often', async () => 'third')).toBe('first')
    expect(await answered('once 0', async () => 'again')).toBe('again')
  })
})
