import { generateKeyPairSync } from 'node:crypto'
import nodemailer from 'nodemailer'
import { expect, test } from 'vitest'
import { mailChecker } from './check-mail.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

/** The name servers of a small world. */
async function resolve(name: string, type: string): Promise<string[][] | string[]> {
  const known: Record<string, string[][]> = {
    'TXT s1._domainkey.example.org': [[`v=DKIM1; k=rsa; p=${key.slice(0, 200)}`, key.slice(200)]],
    'TXT example.org': [['v=spf1 ip4:192.0.2.1 -all']],
    'TXT _dmarc.example.org': [['v=DMARC1; p=reject']],
  }
  const found = known[`${type} ${name}`]
  if (found) return found
  throw Object.assign(new Error('none'), { code: 'ENOTFOUND' })
}

async function signed(from: string): Promise<Buffer> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const dkim = {
    domainName: 'example.org',
    keySelector: 's1',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
  const { message } = await transport.sendMail({
    from,
    to: 'call-1@answers.example',
    subject: 'x',
    text: 'More buses',
    dkim,
  })
  return Buffer.isBuffer(message) ? message : Buffer.alloc(0)
}

const envelope = {
  sender: 'nasreen@example.org',
  ip: '192.0.2.1',
  helo: 'mail.example.org',
  domain: 'answers.example',
}

test('what the domain says is kept, and whether the signature is of the domain in From', async () => {
  const check = mailChecker(resolve)
  expect(await check(await signed('nasreen@example.org'), envelope)).toEqual({
    spf: 'pass',
    dkim: 'pass',
    dmarc: 'pass',
    aligned: 'example.org',
  })
})

test('a mail in another’s name, or changed on its way, has no aligned signature', async () => {
  const check = mailChecker(resolve)
  expect(await check(await signed('olga@elsewhere.example'), envelope)).toMatchObject({
    dkim: 'pass',
    aligned: undefined,
  })
  const changed = (await signed('nasreen@example.org')).toString().replace('More buses', 'Less buses')
  const told = await check(Buffer.from(changed), { ...envelope, ip: '198.51.100.1' })
  expect(told).toMatchObject({ spf: 'fail', aligned: undefined })
  expect(told.dkim).not.toBe('pass')
})

test('without name servers nothing is known, and the mail is not refused', async () => {
  const silent = mailChecker(() => Promise.reject(Object.assign(new Error('away'), { code: 'ESERVFAIL' })))
  expect((await silent(await signed('nasreen@example.org'), envelope)).aligned).toBeUndefined()
})
