import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Db } from '#core/db/connect.ts'
import { Crowd } from '#core/http/crowd.ts'
import { describeError, type Log } from '#core/log/log.ts'
import type { Clock } from '#core/time/clock.ts'
import { halvesOf, readMailAddress } from './addresses.ts'
import type { CheckMail } from './check-mail.ts'
import { receiveMail } from './receive-mail.ts'

export interface MailDoor {
  db: Db
  clock: Clock
  log: Log
  secret: Uint8Array
  domain: string
  host: string
  /** 0 takes any free one. */
  port: number
  /** For STARTTLS, PEM. */
  tls?: { cert: Buffer; key: Buffer }
  check: CheckMail
  /** They say by the PROXY protocol from whom a connection comes; nobody else is believed. */
  proxies?: readonly string[]
}

/** 20 MB of attachments are 27.4 MB on their way (base64). */
export const MOST_MAIL_BYTES = 30 * 1024 * 1024
const MOST_RECIPIENTS = 5
const MOST_CLIENTS = 100
/** So many mails are read at once; the sockets of others wait, so that memory has an end whatever comes. */
const AT_ONCE = 4
const MAILS_A_MINUTE = 600

/** Takes mail from the servers of the world for our own addresses, and for nobody else's. Answers where it listens. */
export async function listenForMail(door: MailDoor): Promise<{ port: number; close(): Promise<void> }> {
  const slots = new Slots(AT_ONCE)
  const crowd = new Crowd({ most: MAILS_A_MINUTE, windowMs: 60_000 })
  const server = new SMTPServer({
    name: door.domain,
    banner: 'Folkmoot',
    size: MOST_MAIL_BYTES,
    maxClients: MOST_CLIENTS,
    authOptional: true,
    disabledCommands: door.tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    closeTimeout: 5_000,
    // Without it all the world's mail servers would be one, and share its limit.
    useProxy: door.proxies?.length ? [...door.proxies] : false,
    ...door.tls,
    onMailFrom: (_, session, done) =>
      done(crowd.isAbove(session.remoteAddress) ? refusal(451, 'Too many at once, later please') : null),
    onRcptTo: ({ address }, session, done) => done(recipientRefusal(door, address, session)),
    onData: (stream, session, done) => {
      void takeData(door, { stream, session, slots }).then(
        (answer) => (answer instanceof Error ? done(answer) : done(null, answer)),
        (error: unknown) => {
          door.log.error(describeError(error), 'a mail could not be kept and will come again')
          done(refusal(451, 'Not now, please try again later'))
        },
      )
    },
  })
  server.on('error', (error) => door.log.warn(describeError(error), 'a connection of the mail door failed'))
  const port = await listening(server, door)
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

function listening(server: SMTPServer, { port, host }: MailDoor): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject)
    const listener = server.listen(port, host, () => {
      server.server.off('error', reject)
      resolve((listener.address() as AddressInfo).port)
    })
  })
}

function recipientRefusal(door: MailDoor, address: string, { envelope }: SMTPServerSession): Error | null {
  const halves = halvesOf(address)
  if (halves?.domain !== door.domain) return refusal(550, 'We do not relay')
  if (!readMailAddress(halves.local, door.secret)) return refusal(550, 'Nobody has this address here')
  return envelope.rcptTo.length >= MOST_RECIPIENTS
    ? refusal(452, `At most ${MOST_RECIPIENTS} of our addresses at once`)
    : null
}

interface Arriving {
  stream: SMTPServerDataStream
  session: SMTPServerSession
  slots: Slots
}

/** The 250 goes out after the commit: a kill before it makes the other server send again, one after it finds the mail kept. */
async function takeData(door: MailDoor, { stream, session, slots }: Arriving): Promise<Error | string> {
  const free = await slots.take()
  try {
    const raw = await readWhole(stream)
    if (raw === null) return refusal(552, `Larger than ${MOST_MAIL_BYTES / 1024 / 1024} MB`)
    const { mailFrom, rcptTo } = session.envelope
    const sender = mailFrom ? mailFrom.address : ''
    const { remoteAddress: ip, hostNameAppearsAs: helo } = session
    const checks = await door.check(raw, { sender, ip, helo, domain: door.domain })
    const recipients = [
      ...new Set(rcptTo.flatMap(({ address }) => halvesOf(address)?.local.toLowerCase() ?? [])),
    ]
    await receiveMail(door.db, { recipients, sender, raw, checks, now: door.clock.now() })
    return 'Kept'
  } finally {
    free()
  }
}

/** Null when it is larger than we said; it is read to its end all the same, as the protocol wants, and let go. */
async function readWhole(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.length
    if (bytes <= MOST_MAIL_BYTES) chunks.push(chunk)
    else chunks.length = 0
  }
  return stream.sizeExceeded || bytes > MOST_MAIL_BYTES ? null : Buffer.concat(chunks)
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

/** Lets so many in at once; whoever waits is let in as they came. */
class Slots {
  #free: number
  readonly #waiting: (() => void)[] = []

  constructor(count: number) {
    this.#free = count
  }

  async take(): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    return () => {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free += 1
    }
  }
}
