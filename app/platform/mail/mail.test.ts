import { createTransport } from 'nodemailer'
import { beforeEach, describe, expect, it } from 'vitest'
import { reader, transaction } from '#db'
import { freshDatabase } from '../../../tests/support/database.ts'
import { letters, messageOf, post } from './mail.server.ts'

beforeEach(freshDatabase)

/** The message as the post office gets it, with folded lines put together again. */
async function sent(letter: Parameters<typeof post>[1]): Promise<string> {
  await transaction((tx) => post(tx, letter))
  const [kept] = (await letters(reader(), { recipient: null, limit: 1, offset: 0 })).letters
  if (!kept) throw new Error('no letter')
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  const { message } = await transport.sendMail(messageOf(kept, 'Sàn <san@vi-du.example>'))
  if (!Buffer.isBuffer(message)) throw new Error('no message')
  return message.toString().replace(/\n[ \t]+/g, ' ')
}

describe('a letter as it is sent', () => {
  it('is text alone where it is no more', async () => {
    const message = await sent({ to: 'a@vi-du.example', subject: 'Chào', body: 'Kính gửi' })
    expect(message).toContain('Content-Type: text/plain')
    expect(message).not.toContain('text/html')
    expect(message).not.toContain('List-Unsubscribe')
  })

  it('is text and page, and names where it is stopped by one press (RFC 8058)', async () => {
    const address = `https://san.example/unsubscribe/s.srch_0.${'x'.repeat(120)}`
    const message = await sent({
      to: 'a@vi-du.example',
      subject: 'Tin mới',
      body: 'Kính gửi',
      html: '<p>Kính gửi</p>',
      unsubscribe: address,
    })
    expect(message).toContain('Content-Type: multipart/alternative')
    expect(message).toContain('text/plain')
    expect(message).toContain('text/html')
    const lines = message.split('\n')
    expect(lines).toContain(`List-Unsubscribe: <${address}>`)
    expect(lines).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  })
})
