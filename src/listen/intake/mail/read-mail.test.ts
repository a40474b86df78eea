import nodemailer, { type SendMailOptions } from 'nodemailer'
import { expect, test } from 'vitest'
import { whyIgnored } from './automatic.ts'
import { readMail } from './read-mail.ts'

async function mail(fields: SendMailOptions): Promise<Buffer> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail({ from: 'Nasreen Akhtar <nasreen@example.org>', ...fields })
  return Buffer.isBuffer(message) ? message : Buffer.alloc(0)
}

const SCRIPTS = {
  Arabic: 'نريد حافلات أكثر',
  Urdu: 'ہمیں مزید بسیں چاہئیں',
  Hebrew: 'אנחנו רוצים עוד אוטובוסים',
  Devanagari: 'हमें और बसें चाहिए',
  Bengali: 'আমাদের আরও বাস দরকার',
  Gurmukhi: 'ਸਾਨੂੰ ਹੋਰ ਬੱਸਾਂ ਚਾਹੀਦੀਆਂ ਹਨ',
  Tamil: 'எங்களுக்கு மேலும் பேருந்துகள் தேவை',
  Thai: 'เราต้องการรถเมล์เพิ่ม',
  Chinese: '我们需要更多公共汽车',
  Japanese: 'バスをもっと増やしてください',
  Korean: '버스가 더 필요합니다',
  Cyrillic: 'Нам нужно больше автобусов',
  Greek: 'Χρειαζόμαστε περισσότερα λεωφορεία',
  Georgian: 'მეტი ავტობუსი გვჭირდება',
  Amharic: 'ተጨማሪ አውቶቡሶች እንፈልጋለን',
  Beyond: '𐐔𐐯𐑅𐐨𐑉𐐯𐐻 𞤀𞤣𞤤𞤢𞤥 🚌',
}

test.each(Object.entries(SCRIPTS))(
  '%s comes through, as text and as HTML, in head and body',
  async (_, words) => {
    const plain = await readMail(await mail({ subject: words, text: words }))
    expect([plain.subject, plain.words]).toEqual([words, words])
    const html = await readMail(await mail({ subject: words, html: `<p>${words}</p>` }))
    expect(html.words).toBe(words)
  },
)

test.each([
  ['iso-8859-2', Buffer.from([0x57, 0x69, 0xea, 0x63, 0x65, 0x6a]), 'Więcej'],
  ['windows-1252', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'café'],
  ['windows-1251', Buffer.from([0xc0, 0xe2, 0xf2, 0xee]), 'Авто'],
  ['koi8-r', Buffer.from([0xe1, 0xd7, 0xd4, 0xcf]), 'Авто'],
  ['iso-2022-jp', Buffer.from([0x1b, 0x24, 0x42, 0x25, 0x50, 0x25, 0x39, 0x1b, 0x28, 0x42]), 'バス'],
  ['gb18030', Buffer.from([0xb9, 0xab, 0xb3, 0xb5]), '公车'],
  ['utf-16le', Buffer.from('buses', 'utf16le'), 'buses'],
  ['made-up-9', Buffer.from('buses'), 'buses'],
])('charset %s is read', async (charset, bytes, words) => {
  const head = `From: n@example.org\r\nSubject: x\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n`
  const { words: read } = await readMail(Buffer.from(head + bytes.toString('base64')))
  expect(read).toBe(words)
})

test('of HTML the text stays, without scripts, pictures of readers and what was quoted', async () => {
  const html =
    '<style>p{}</style><script>alert(1)</script><p>More <b>buses</b></p><ul><li>north</li></ul><img src="https://spy.example/p.gif">' +
    '<div class="gmail_quote"><div>On Mon, 2 Nov 2026, x wrote:<br></div><blockquote>Thank you</blockquote></div>'
  const { words } = await readMail(await mail({ subject: 'x', html }))
  expect(words).toContain('More buses')
  expect(words).toContain('north')
  expect(words).not.toMatch(/alert|spy|Thank you|wrote/)
})

test('a subject alone is the answer; nothing at all is nothing', async () => {
  expect((await readMail(await mail({ subject: 'Re: More buses', text: '' }))).words).toBe('More buses')
  expect((await readMail(await mail({ text: ' \n' }))).words).toBe('')
  expect((await readMail(await mail({ subject: 'Re: Thank you', text: '> Thank you' }))).words).toBe('')
})

test.each([
  'From: n@example.org\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain\r\n\r\nMore buses',
  'From: n@example.org\r\nSubject: =?utf-8?B?broken\r\nContent-Type: multipart/mixed; boundary=\r\n\r\nMore buses',
  'From: n@example.org\r\nSubject: x\r\nContent-Type: text/plain; charset="\r\nContent-Transfer-Encoding: base64\r\n\r\nTW9yZSBidXNlcw',
  'Subject: More buses\n\n\0\0\0',
])('broken MIME is read as far as it goes: %#', async (raw) => {
  const read = await readMail(Buffer.from(raw))
  expect(`${read.words} ${read.subject}`).toContain('More buses')
  expect(read.original).not.toContain('\0')
})

test('whatever bytes come, something is read and nothing breaks', async () => {
  for (let seed = 1; seed < 60; seed += 1) {
    const bytes = Buffer.from(Array.from({ length: 400 }, (_, at) => (seed * 7919 + at * at * seed) % 256))
    const read = await readMail(
      Buffer.concat([Buffer.from('Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'), bytes]),
    )
    expect(typeof read.words).toBe('string')
  }
})

test('attachments are files; the little sign under a name is none', async () => {
  const sign = { filename: 'logo.png', content: Buffer.alloc(900), cid: 'logo@x', contentType: 'image/png' }
  const { files } = await readMail(
    await mail({
      subject: 'x',
      html: '<p>See</p><img src="cid:logo@x">',
      attachments: [{ filename: 'نقشہ.pdf', content: Buffer.from('%PDF-') }, sign],
    }),
  )
  expect(files.map(({ name }) => name)).toEqual(['نقشہ.pdf'])
})

const about = { sender: 'n@example.org', from: 'n@example.org', domain: 'answers.example' }
test.each([
  [{ 'Auto-Submitted': 'auto-replied' }, {}, 'automatic'],
  [{ 'Auto-Submitted': 'no' }, {}, null],
  [{ Precedence: 'bulk' }, {}, 'list'],
  [{ 'List-Id': '<x.example.org>' }, {}, 'list'],
  [{ 'X-Loop': 'answers.example' }, {}, 'loop'],
  [{ 'Message-ID': '<a@answers.example>' }, {}, 'loop'],
  [{ 'X-Autoreply': 'yes' }, {}, 'automatic'],
  [{}, { sender: '' }, 'bounce'],
  [{}, { sender: 'MAILER-DAEMON@example.org' }, 'automatic'],
  [{}, { from: 'call-1@answers.example' }, 'loop'],
  [{}, {}, null],
])('%j %j is %s', async (headers, more, why) => {
  const given = 'Message-ID' in headers ? { messageId: '<a@answers.example>' } : { headers }
  const read = await readMail(await mail({ subject: 'x', text: 'Away until Monday', ...given }))
  expect(whyIgnored(read.headers, { ...about, ...more })).toBe(why)
})
