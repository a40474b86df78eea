import { type Answer, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { type MatterInHand, matterInHand } from '#ground/matters/matter-in-hand.ts'
import { pendingDecisionsOf } from '#ground/matters/pending-decisions-of.ts'
import { countQueue, queueOf } from '#ground/matters/queue-of.ts'
import { returnsToAgreeTo } from '#ground/matters/return-requests.ts'
import { similarTo } from '#ground/matters/similar-matters.ts'
import { translationsOf, withTitles } from '#ground/translations/translations-of.ts'
import { deskPageMessages as m } from './desk-messages.ts'
import { offsetOf } from './facts-of-body.ts'
import { findDesk } from './find-desk.ts'
import { DESK_PAGE, DeskPage, type DeskPageProps } from './pages/desk-page.tsx'
import { type Body, bodiesToOffer } from './queries.ts'

/** The clerk's desk: what waits, by due date, beside the matter that is open. */
export async function showDesk(x: Exchange): Promise<Answer> {
  const found = await findDesk(x)
  if (!found.ok) return found.answer
  const desk = await deskOf(x, found.body)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.deskOf, { body: found.body.name }),
        crumbs: [{ label: x.t(m.deskTitle), href: '/desks' }],
        section: 'desk',
        isUnlisted: true,
        children: DeskPage(desk),
      }),
    json: () => ({ open: desk.counts.all, overdue: desk.counts.overdue }),
  })
}

async function deskOf(x: Exchange, body: Body): Promise<DeskPageProps> {
  const find = textOf(x.query.find).trim().slice(0, 200)
  const wish = {
    bodyId: body.id,
    now: x.now,
    find,
    limit: DESK_PAGE,
    offset: offsetOf(x.query.from),
    isForClerk: true,
  }
  const [queue, counts, pending, returns, others] = await Promise.all([
    queueOf(x.db, wish).then((rows) => withTitles(x.db, x.language, rows)),
    countQueue(x.db, wish),
    pendingDecisionsOf(x.db, body.id),
    returnsToAgreeTo(x.db, body.id),
    bodiesToOffer(x.db, { now: x.now, except: body.id }),
  ])
  const open = await openMatter(x, { body, wish: textOf(x.query.matter), first: queue[0]?.number })
  const isPending = pending.some(({ number }) => number === open?.number)
  const translated = open && (await translationsOf(x.db, { textId: open.id, language: x.language }))
  return {
    t: x.t,
    now: x.now,
    body,
    clerk: x.viewer.person?.name ?? '',
    find,
    from: wish.offset,
    queue,
    counts,
    pending,
    returns,
    open: isPending ? null : open,
    translated: translated?.matter ?? null,
    similar: open?.title ? await similarTo(x.db, { title: open.title, exceptId: open.id }) : [],
    others,
    once: unorderedId(),
    done: doneOf(x),
  }
}

interface Wish {
  body: Body
  wish: string
  first: number | undefined
}

/** The matter asked for if it is with this body, else the first of the queue. */
async function openMatter(x: Exchange, { body, wish, first }: Wish): Promise<MatterInHand | null> {
  const wished = /^[1-9]\d{0,14}$/.test(wish) ? await matterInHand(x.db, Number(wish)) : null
  if (wished?.custody.bodyId === body.id) return wished
  return first === undefined ? null : matterInHand(x.db, first)
}

function doneOf({ query }: Exchange): DeskPageProps['done'] {
  const number = offsetOf(query.done)
  const count = offsetOf(query.recorded)
  if (number > 0) return { number }
  if (count > 0) return { count }
  return query.agreed === 'yes' ? 'agreed' : null
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
