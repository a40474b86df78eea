import { type Answer, problem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import type { Leaf } from '#methods/merkle/leaf.ts'
import { vkeyText } from '#methods/merkle/note-keys.ts'
import { receiptFileText } from '#methods/merkle/receipt.ts'
import { newestCheckpoint } from './checkpoints.ts'
import { m } from './messages.ts'
import { FindReceiptPage } from './pages/find-receipt-page.tsx'
import { ReceiptPage } from './pages/receipt-page.tsx'
import { promiseText } from './promise-text.ts'
import { proofOf } from './proof-of.ts'
import { receiptCookieName } from './receipt-cookie.ts'
import { type Receipt, receiptOf } from './receipt-of.ts'
import { recordSigner } from './record-key.ts'

const RETRY_SECONDS = 1
const MOST_DIGITS = 15

/** Leads from a typed number to its receipt; asks for one when there is none. */
export async function findReceiptPage(x: Exchange): Promise<Answer> {
  const typed = typeof x.query.number === 'string' ? x.query.number.replace(/\D/g, '') : ''
  if (typed !== '') return seeOther(`/receipts/${typed.slice(0, MOST_DIGITS)}`)
  return show(x, {
    html: () =>
      x.page({ title: x.t(m.checkReceipt), isUnlisted: true, children: FindReceiptPage({ t: x.t }) }),
    json: () => ({}),
  })
}

/** The receipt of a number; right after the hand-in it shows the follow-up key, and never again. */
export async function showReceipt(x: Exchange): Promise<Answer> {
  const found = await findReceipt(x)
  if (!found) return problem(404, 'receipt.unknown', x.t(m.noReceipt))
  const { number, receipt } = found
  const checkpoint = await newestCheckpoint(x.db)
  const key = x.cookies[receiptCookieName] ?? null
  const url = `${x.house.baseUrl}/receipts/${number}`
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.receiptTitle, { number }),
        isUnlisted: true,
        children: ReceiptPage({ t: x.t, number, url, receipt, checkpoint, key }),
      }),
    json: () => ({
      number,
      url,
      story: `${x.house.baseUrl}${pathTo({ kind: receipt.kind, number })}`,
      entry: receipt.entryId,
      leaf_index: receipt.leafIndex,
      promised_by: isoSecond(receipt.promisedBy),
      proof_url: `${url}.proof`,
      promise_url: `${url}.promise`,
      file_url: `${url}.json`,
      witnesses: checkpoint?.witnesses ?? [],
    }),
  })
}

/** The tlog-proof; 202 with `Retry-After` until the entry has its place. */
export async function sendProof(x: Exchange): Promise<Answer> {
  const found = await findReceipt(x)
  if (!found) return problem(404, 'receipt.unknown', x.t(m.noReceipt))
  const { leafIndex, promisedBy } = found.receipt
  if (leafIndex === null) {
    const words = x.t(m.onItsWay, { moment: x.t.moment(promisedBy) })
    return {
      kind: 'bytes',
      status: 202,
      type: 'text/plain; charset=utf-8',
      bytes: `${words}\n`,
      headers: { 'retry-after': String(RETRY_SECONDS) },
    }
  }
  return file(`receipt-${found.number}.proof`, 'text/plain; charset=utf-8', await proofOf(x.db, leafIndex))
}

/** Our signature over the entry's hash and the time by which it will be in the record. */
export async function sendPromise(x: Exchange): Promise<Answer> {
  const found = await findReceipt(x)
  if (!found) return problem(404, 'receipt.unknown', x.t(m.noReceipt))
  return file(
    `receipt-${found.number}.promise`,
    'text/plain; charset=utf-8',
    await promiseText(x.db, found.number),
  )
}

/** All that is needed to check an entry without us, in one file (docs/formats/receipt.md). */
export async function sendReceiptFile(x: Exchange): Promise<Answer> {
  const found = await findReceipt(x)
  if (!found) return problem(404, 'receipt.unknown', x.t(m.noReceipt))
  const { number, receipt } = found
  const [signer, promise, checkpoint, opened] = await Promise.all([
    recordSigner(x.db),
    promiseText(x.db, number),
    newestCheckpoint(x.db),
    publicSeal(x, receipt),
  ])
  const text = receiptFileText({
    number,
    url: `${x.house.baseUrl}${pathTo({ kind: receipt.kind, number })}`,
    vkey: vkeyText(signer),
    leaf: JSON.parse(receipt.leaf) as Leaf,
    public: opened,
    promise,
    proof: receipt.leafIndex === null ? undefined : await proofOf(x.db, receipt.leafIndex),
    checkpoint: checkpoint?.note,
  })
  return file(`receipt-${number}.json`, 'application/json; charset=utf-8', text)
}

async function publicSeal(x: Exchange, { entryId, isReadable }: Receipt) {
  if (!isReadable) return undefined
  const row = await x.db
    .selectFrom('sealed')
    .select(['salt', 'content'])
    .where('entryId', '=', entryId)
    .where('part', '=', 'public')
    .executeTakeFirst()
  return row && { salt: row.salt.toString('hex'), content: JSON.parse(row.content) as unknown }
}

async function findReceipt(x: Exchange): Promise<{ number: number; receipt: Receipt } | null> {
  const text = x.params.number ?? ''
  if (!/^[1-9]\d*$/.test(text) || text.length > MOST_DIGITS) return null
  const receipt = await receiptOf(x.db, Number(text))
  return receipt && { number: Number(text), receipt }
}

function file(name: string, type: string, bytes: string): Answer {
  return {
    kind: 'bytes',
    status: 200,
    type,
    bytes,
    headers: { 'content-disposition': `attachment; filename="${name}"` },
  }
}
