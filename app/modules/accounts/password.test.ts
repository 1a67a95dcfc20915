import { describe, expect, it } from 'vitest'
import { check } from '#kernel'
import { newPassword, passwordFault } from './password.ts'

const person = { email: 'nguyen.van.an@vi-du.example', name: 'Nguyễn Văn An' }

describe('a password', () => {
  it.each([
    ['con mèo trèo cây cau', null],
    ['correct horse battery staple', null],
    ['qwertyuiop', 'password_known'],
    ['MatKhau12345', 'password_known'],
    ['mậtkhẩu12345', 'password_known'],
    ['aaaaaaaaaaaaaaaa', 'password_known'],
    ['abababababab', 'password_known'],
    ['nguyen.van.an', 'password_own'],
    ['NguyenVanAn2024!', 'password_own'],
    ['nguyễnvănan99', 'password_own'],
    ['nguyen.van.an@vi-du.example', 'password_own'],
    ['nguyen van an di cho', null],
  ])('%s is answered %s', (password, fault) => {
    expect(passwordFault(password, person)).toBe(fault)
  })

  it.each([
    ['', 'required'],
    ['chin ky tu', null],
    ['chinkytu9', 'too_short'],
    ['x'.repeat(200), null],
    ['x'.repeat(201), 'too_long'],
  ])('has 10 to 200 characters: %j', (password, code) => {
    const checked = check(newPassword, password)
    expect(checked.ok ? null : checked.refusal.fields?.['']?.[0]?.code).toBe(code)
  })
})
