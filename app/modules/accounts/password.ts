import { z } from 'zod'
import { fold } from '#search'

/** The commonest passwords of ten characters and more, folded; the ones a guesser tries first. */
const known: ReadonlySet<string> = new Set([
  '0123456789',
  '0987654321',
  '1029384756',
  '1122334455',
  '1234512345',
  '1234554321',
  '123456789a',
  '123456789q',
  '1234567890',
  '12345678910',
  '1234567890a',
  '1234567891',
  '123qwe123qwe',
  '147258369a',
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  '1qazxsw23edc',
  '9876543210',
  'a123456789',
  'aa123456789',
  'aa12345678',
  'abc123456789',
  'abcd123456',
  'abcd1234567',
  'abcdefghij',
  'abcdefghijk',
  'admin12345',
  'admin123456',
  'administrator',
  'anhyeuem123',
  'asd123456789',
  'asdfghjkl123',
  'asdfghjkl1',
  'changeme123',
  'congnghe123',
  'doimatkhau',
  'emyeuanh123',
  'giadinh123',
  'hanoi123456',
  'iloveyou123',
  'iloveyou12',
  'khongbiet123',
  'letmein123',
  'matkhau123',
  'matkhau1234',
  'matkhau12345',
  'matkhau@123',
  'p@ssw0rd123',
  'passw0rd123',
  'password01',
  'password12',
  'password123',
  'password1234',
  'password12345',
  'password123456',
  'password@123',
  'q1w2e3r4t5',
  'q1w2e3r4t5y6',
  'qazwsxedc123',
  'qwerasdfzxcv',
  'qwert12345',
  'qwerty1234',
  'qwerty12345',
  'qwerty123456',
  'qwertyuiop',
  'qwertyuiop123',
  'qwertyuiop[]',
  'saigon123456',
  'taolao123456',
  'vietnam123',
  'vietnam1234',
  'vietnam12345',
  'welcome123',
  'xinchao123',
  'yeuem12345',
  'zaq12wsxcde3',
  'zxcvbnm123',
  'zxcvbnm12345',
])

const fewestCharacters = 10
const fewestDifferent = 5

/** A password that is being chosen: 10 to 200 characters, nothing asked of their kinds. */
export const newPassword = z.string().min(1, { abort: true }).min(fewestCharacters).max(200)

/** A password that is being given: whatever it is, it is compared. */
export const givenPassword = z.string().min(1).max(1000)

const bare = (text: string): string => fold(text).replace(/[^\p{L}]/gu, '')

/**
 * What is wrong with a password for this person, after NIST SP 800-63B 5.1.1.2: one of the commonest, made of very few
 * characters, or the person's own name or address with nothing but digits and signs around it.
 *
 * @returns the code of the fault (`password_known`, `password_own`), or null
 */
export function passwordFault(
  password: string,
  person: { readonly email: string; readonly name: string },
): 'password_known' | 'password_own' | null {
  const folded = fold(password)
  if (known.has(folded) || new Set(folded).size < fewestDifferent) return 'password_known'
  const letters = bare(password)
  const own = [person.email, person.email.split('@', 1)[0] ?? '', person.name, ...person.name.split(/\s+/)]
  return letters.length >= 3 && own.some((text) => bare(text) === letters) ? 'password_own' : null
}
