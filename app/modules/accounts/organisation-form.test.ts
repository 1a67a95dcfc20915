import { describe, expect, it } from 'vitest'
import { check } from '#kernel'
import { legalFactsDiffer, newOrganisation, servicesFor, taxCode } from './organisation-form.ts'

const given = {
  kind: 'intermediary',
  nameVi: 'Công ty Định giá Biển Đông',
  nameEn: '',
  taxCode: '0123456789',
  province: '52',
  address: 'Số 1 đường Biển',
  website: '',
  descriptionVi: '',
  descriptionEn: '',
  services: 'valuation',
}

describe('a tax code', () => {
  it.each([
    ['0123456789', '0123456789'],
    ['0123456789-001', '0123456789-001'],
    ['0123456789001', '0123456789-001'],
    ['0123 456 789', '0123456789'],
    ['012345678', null],
    ['0123456789-01', null],
    ['012345678X', null],
    ['01234567890', null],
    ['', null],
  ])('%j is kept as %j', (typed, kept) => {
    const checked = check(taxCode, typed)
    expect(checked.ok ? checked.value : null).toBe(kept)
  })
})

describe('the form of an organisation', () => {
  it('takes one service, several or none', () => {
    const services = (value: unknown) => {
      const checked = check(newOrganisation, { ...given, services: value })
      return checked.ok ? checked.value.services : null
    }
    expect(services('valuation')).toEqual(['valuation'])
    expect(services(['valuation', 'brokerage'])).toEqual(['valuation', 'brokerage'])
    expect(services(undefined)).toEqual([])
    expect(services('baking')).toBeNull()
  })

  it('does not let an organisation make itself the operator', () => {
    const checked = check(newOrganisation, { ...given, kind: 'operator' })
    expect(checked.ok ? null : Object.keys(checked.refusal.fields ?? {})).toEqual(['kind'])
  })

  it.each([
    ['vi-du.example', 'https://vi-du.example'],
    ['http://vi-du.example/a', 'http://vi-du.example/a'],
    ['', ''],
    ['javascript:alert(1)', null],
    ['ftp://vi-du.example', null],
    ['https://', null],
  ])('takes the website %j as %j', (typed, kept) => {
    const checked = check(newOrganisation, { ...given, website: typed })
    expect(checked.ok ? checked.value.website : null).toBe(kept)
  })

  it('names an empty field once', () => {
    const checked = check(newOrganisation, { ...given, nameVi: '', address: '' })
    expect(checked.ok ? null : checked.refusal.fields).toEqual({
      nameVi: [{ code: 'required' }],
      address: [{ code: 'required' }],
    })
  })

  it('keeps services for intermediaries only', () => {
    const checked = check(newOrganisation, given)
    if (!checked.ok) throw new Error('not taken')
    expect(servicesFor('intermediary', checked.value)).toEqual(['valuation'])
    expect(servicesFor('institute', checked.value)).toEqual([])
  })
})

describe('the facts that verification vouches for', () => {
  const before = { nameVi: 'Viện A', taxCode: '0123456789' }
  it.each([
    [{ ...before }, false],
    [{ ...before, nameVi: 'Viện B' }, true],
    [{ ...before, taxCode: '0123456788' }, true],
  ])('%j differ: %s', (after, differ) => {
    expect(legalFactsDiffer(before, after)).toBe(differ)
  })
})
