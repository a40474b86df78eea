import net from 'node:net'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import { openTestHouse } from '../../../../app/testing/open-test-house.ts'
import type { MailChecks } from '../check-mail.ts'
import { listenForMail } from '../listen-for-mail.ts'

export const domain = 'answers.example'
const NASREEN = 'nasreen.k@elsewhere.example'

export interface Sent extends SendMailOptions {
  rcpt?: string | string[]
  sender?: string
}

/** A house with a door for mail on a real socket, and somebody who writes to it. */
export async function openMailHouse() {
  const house = await openTestHouse({ routesIn: { mailDomain: domain } })
  const said: { checks: MailChecks } = { checks: {} }
  const { db, clock, jobHouse } = house
  const { log, house: own } = jobHouse
  const check = async () => said.checks
  const parts = { db, clock, log, secret: own.secret, domain, host: '127.0.0.1', port: 0, check }
  const door = await listenForMail(parts)
  const answers = () =>
    db
      .selectFrom('answers')
      .innerJoin('matters', 'matters.id', 'answers.id')
      .leftJoin('answerWords', 'answerWords.answerId', 'answers.id')
      .leftJoin('answerSignatures', 'answerSignatures.answerId', 'answers.id')
      .select([
        'answers.id',
        'matters.number',
        'matters.route',
        'matters.language',
        'authorship',
        'words',
        'email',
        'name',
      ])
      .orderBy('matters.number')
      .execute()
  return {
    ...house,
    parts,
    /** What the sender's domain says from now on. */
    domainSays: (checks: MailChecks) => {
      said.checks = checks
    },
    send: (mail: Sent & { rcpt: string | string[] }) => send(door.port, mail),
    talk: (lines: readonly string[]) => talk(door.port, lines),
    answers,
    newest: async () => (await answers()).at(-1),
    /** The letters written to an address since the last look. */
    lettersTo: async (address = NASREEN) => {
      const letters = db.selectFrom('lettersOut').selectAll().where('toAddress', '=', address)
      const rows = await letters.orderBy('madeAt').orderBy('id').execute()
      await db.deleteFrom('lettersOut').where('toAddress', '=', address).execute()
      return rows
    },
    close: async () => {
      await door.close()
      await house.close()
    },
  }
}

/** Hands a mail over as a mail server does; answers what the door said. */
async function send(port: number, { rcpt, sender, ...mail }: Sent): Promise<string> {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  const from = mail.from ?? `Nasreen Khan <${NASREEN}>`
  const to = rcpt ?? ''
  const envelope = { from: sender ?? String(/[^<\s]+@[^>\s]+/.exec(String(from))?.[0]), to }
  try {
    return (await transport.sendMail({ from, to, ...mail, envelope })).response
  } catch (error) {
    return error instanceof Error && 'response' in error ? String(error.response) : String(error)
  } finally {
    transport.close()
  }
}

/** Speaks SMTP by hand, line by line. */
function talk(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1')
    let said = ''
    const waiting = [...lines]
    socket.on('data', (bytes) => {
      said += bytes.toString()
      if (!/^\d{3} [^\n]*\n$/m.test(said.split('\n').slice(-2).join('\n'))) return
      const line = waiting.shift()
      if (line === undefined) socket.end()
      else socket.write(`${line}\r\n`)
    })
    socket.on('end', () => resolve(said))
    socket.on('error', reject)
  })
}
