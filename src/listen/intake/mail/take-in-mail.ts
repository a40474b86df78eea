import type { Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import { describeError } from '#core/log/log.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { addDays } from '#core/time/days.ts'
import { addToAnswer } from './add-to-answer.ts'
import { halvesOf, readMailAddress } from './addresses.ts'
import { answerCall } from './answer-call.ts'
import { whyIgnored } from './automatic.ts'
import type { MailChecks } from './check-mail.ts'
import { isTooOften, MINUTE_MS } from './pace.ts'
import { type MailRead, readMail } from './read-mail.ts'

const BATCH = 20
/** A flood of mail waits for the next run after so many, so that a worker that is to stop can. */
const MOST_BATCHES = 25
const MOST_ATTEMPTS = 6
/** So long a mail is known for one that came before; a server gives up sending after five days. */
const KEPT_DAYS = 30

/** A mail on its way in, as the handlers of its addresses need it. */
export interface Arrived {
  house: JobHouse
  read: MailRead
  checks: MailChecks
  /** Hexadecimal; names the answer's source. */
  hash: string
  receivedAt: Date
  replyTo: string
}

/** What is done with one of a mail's recipients, inside the transaction that marks the mail done. */
type Deed = (tx: Tx) => Promise<'taken' | 'told'>

/**
 * Takes in what the listener kept. Everything of a mail (the answer, its receipt, the letter back, and that it is done) is one
 * transaction: a kill in the middle leaves it waiting, and nothing of it happened. One that fails again and again is set aside
 * for an operator, with its bytes; the others go on.
 */
export async function takeInMail(house: JobHouse): Promise<void> {
  const { db, clock } = house
  for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
    const ids = await waiting(house)
    for (const { id } of ids) await takeInOrTryLater(house, id)
    if (ids.length < BATCH) break
  }
  await db.deleteFrom('mailsIn').where('doneAt', '<', addDays(clock.now(), -KEPT_DAYS)).execute()
}

async function takeInOrTryLater(house: JobHouse, id: string): Promise<void> {
  try {
    await takeInOne(house, id)
  } catch (error) {
    house.log.error({ mail: id, ...describeError(error) }, 'a mail could not be taken in')
    await tryLater(house, id)
  }
}

function waiting({ db, clock }: JobHouse) {
  return db
    .selectFrom('mailsIn')
    .select('id')
    .where('doneAt', 'is', null)
    .where('nextTryAt', '<=', clock.now())
    .orderBy('nextTryAt')
    .limit(BATCH)
    .execute()
}

async function takeInOne(house: JobHouse, id: string): Promise<void> {
  const mail = await house.db
    .selectFrom('mailsIn')
    .select(['raw', 'sender', 'recipients', 'checks', 'hash', 'receivedAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (mail.raw === null) throw new Error('A waiting mail has lost its bytes.')
  const read = await readMail(mail.raw)
  const domain = house.house.routesIn?.mailDomain ?? ''
  const from = read.from.address || mail.sender
  const ignored = whyIgnored(read.headers, { sender: mail.sender, from, domain })
  const arrived: Arrived = {
    house,
    read,
    checks: mail.checks as MailChecks,
    hash: mail.hash.toString('hex'),
    receivedAt: mail.receivedAt,
    replyTo: isAddress(from) ? from : mail.sender,
  }
  const deeds = ignored ? [] : await deedsFor(arrived, mail.recipients)
  await inTransaction(house.db, (tx) => carryOut(tx, { house, id, deeds, replyTo: arrived.replyTo }))
}

const isAddress = (text: string) => /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(text) && halvesOf(text) !== null

async function deedsFor(arrived: Arrived, recipients: readonly string[]): Promise<Deed[]> {
  const deeds: Deed[] = []
  for (const recipient of recipients) {
    const address = readMailAddress(recipient, arrived.house.house.secret)
    if (address?.to === 'call') deeds.push(await answerCall(arrived, address.number))
    if (address?.to === 'answer') deeds.push(await addToAnswer(arrived, address.number))
  }
  return deeds
}

interface CarryingOut {
  house: JobHouse
  id: string
  deeds: readonly Deed[]
  replyTo: string
}

async function carryOut(tx: Tx, { house, id, deeds, replyTo }: CarryingOut): Promise<void> {
  const now = house.clock.now()
  const held = tx.selectFrom('mailsIn').select('doneAt').where('id', '=', id).forUpdate()
  const standing = await held.executeTakeFirst()
  if (!standing || standing.doneAt !== null) return
  if (deeds.length > 0 && (await isTooOften(tx, replyTo, now))) {
    // Whoever we wrote to so often this hour waits: a loop goes slowly, a person loses nothing.
    await tx
      .updateTable('mailsIn')
      .set({ nextTryAt: new Date(now.getTime() + 10 * MINUTE_MS) })
      .where('id', '=', id)
      .execute()
    return
  }
  const outcomes: string[] = []
  for (const deed of deeds) outcomes.push(await deed(tx))
  const outcome = outcomes.includes('taken') ? 'taken' : outcomes.length > 0 ? 'told' : 'ignored'
  await tx
    .updateTable('mailsIn')
    .set({ doneAt: now, outcome, raw: null, sender: '', recipients: [], checks: '{}' })
    .where('id', '=', id)
    .execute()
}

async function tryLater({ db, clock }: JobHouse, id: string): Promise<void> {
  const now = clock.now()
  const { attempts } = await db
    .updateTable('mailsIn')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .returning('attempts')
    .executeTakeFirstOrThrow()
  const isHopeless = attempts >= MOST_ATTEMPTS
  await db
    .updateTable('mailsIn')
    .set(
      isHopeless
        ? { doneAt: now, outcome: 'set-aside' }
        : { nextTryAt: new Date(now.getTime() + MINUTE_MS * 2 ** attempts) },
    )
    .where('id', '=', id)
    .execute()
}
