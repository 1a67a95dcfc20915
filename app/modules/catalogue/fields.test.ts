import { describe, expect, it } from 'vitest'
import { fieldsLike } from './fields.ts'

const codes = (text: string, language: 'vi' | 'en' = 'vi') => fieldsLike(text, language, 5).map(({ code }) => code)

describe('fields of science for what has been typed', () => {
  it('finds them with and without marks, by the beginnings of words in any order', () => {
    expect(codes('kỹ thuật môi')).toContain('207')
    expect(codes('ky thuat moi')).toEqual(codes('kỹ thuật môi'))
    expect(codes('moi truong ky')).toContain('207')
    expect(codes('trườngg')).toEqual([])
  })

  it('finds them by their name in the other language', () => {
    expect(codes('environmental eng')).toEqual(['207'])
    expect(codes('moi truong', 'en')).toContain('207')
  })

  it('puts first those that begin with it, and gives no more than asked', () => {
    expect(codes('khoa hoc nong')[0]).toBe('4')
    expect(fieldsLike('khoa', 'vi', 3)).toHaveLength(3)
  })

  it.each(['', '  ', '"(*', '\u0000', '🙂'])('finds none for %j', (text) => {
    expect(codes(text)).toEqual([])
  })
})
