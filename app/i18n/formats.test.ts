import { describe, expect, it } from 'vitest'
import { formats } from './formats.ts'

const vi = formats('vi')
const en = formats('en')
const moment = Date.UTC(2026, 10, 22, 2, 5)

describe('formats', () => {
  it('writes dates in the time of Vietnam', () => {
    expect(vi.date(moment)).toBe('22/11/2026')
    expect(en.date(moment)).toBe('22 Nov 2026')
    expect(vi.dateTime(moment)).toBe('22/11/2026 09:05')
    expect(en.dateTime(moment)).toBe('22 Nov 2026, 09:05')
    expect(vi.date(Date.UTC(2026, 10, 22, 17, 30))).toBe('23/11/2026')
    expect(vi.day('2026-01-02')).toBe('02/01/2026')
  })

  it('writes money as each language does', () => {
    const money = { amount: 1_200_000_000, currency: 'VND' } as const
    expect(vi.money(money)).toBe('1.200.000.000 ₫')
    expect(en.money(money)).toBe('₫1,200,000,000')
    expect(vi.moneyShort(money)).toBe('1,2 tỷ ₫')
    expect(en.moneyShort(money)).toBe('₫1.2 billion')
    expect(vi.moneyShort({ amount: 350_000_000, currency: 'VND' })).toBe('350 triệu ₫')
    expect(vi.moneyInWords(money)).toBe('một tỷ hai trăm triệu đồng')
    expect(en.moneyInWords(money)).toBe('one billion two hundred million đồng')
  })

  it('shortens money below nothing as it does money above', () => {
    expect(vi.moneyShort({ amount: -1_234_000_000, currency: 'VND' })).toBe('−1,23 tỷ ₫')
    expect(en.moneyShort({ amount: -1_234_000_000, currency: 'VND' })).toBe('−₫1.23 billion')
    expect(vi.moneyShort({ amount: -350_000, currency: 'VND' })).toBe('−350.000 ₫')
    expect(en.moneyShort({ amount: -123_456, currency: 'USD' })).toBe('−$1,234.56')
  })

  it('takes the minor units of a currency', () => {
    expect(en.money({ amount: 123_456, currency: 'USD' })).toBe('$1,234.56')
  })

  it('writes shares of hundredths of a per cent', () => {
    expect(vi.share(2_550)).toBe('25,5 %')
    expect(en.share(10_000)).toBe('100%')
    expect(vi.shareInColumn(400)).toBe('4,0 %')
    expect(en.shareInColumn(360)).toBe('3.6%')
  })
})
