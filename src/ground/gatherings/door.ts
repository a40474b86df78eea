import { z } from 'zod'
import { type Answer, done, invalid, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { atTheDoor, called, checkIn, countAtDoor, publishDoorCount } from './check-in.ts'
import { crumbsTo } from './crumbs-to.ts'
import { doorMessages as d } from './door-messages.ts'
import type { Gathering } from './find-gathering.ts'
import { findToOrganise, onceOf } from './gathering-form.ts'
import { DoorPage } from './pages/door-page.tsx'
import { isDoorOpen } from './policy.ts'

const doorInput = z.discriminatedUnion('act', [
  z.object({ act: z.literal('find'), who: z.string().trim().min(1).max(120) }),
  z.object({ act: z.literal('here'), registration: z.uuid() }),
  z.object({ act: z.literal('not-here'), registration: z.uuid() }),
  z.object({ act: z.literal('one-more') }),
  z.object({ act: z.literal('one-less') }),
  z.object({ act: z.literal('count') }),
])

type Act = z.infer<typeof doorInput>

/** The page for whoever stands at the door. */
export async function showDoor(x: Exchange): Promise<Answer> {
  const found = await findToOrganise(x)
  if (!found.ok) return found.answer
  const { gathering } = found
  const { here, walkedIn, people } = await atTheDoor(x.db, gathering.id)
  const html = await doorPage(x, gathering, null)
  return show(x, {
    html: () => html,
    json: () => ({ registered: people.length, here, walked_in: walkedIn }),
  })
}

/** One thing at a time: a name, a person of the list, one more, or the count as it stands. */
export async function createArrival(x: Exchange): Promise<Answer> {
  const found = await findToOrganise(x)
  if (!found.ok) return found.answer
  const { gathering } = found
  if (!isDoorOpen(gathering, x.now)) return problem(409, 'door.closed', x.t(d.closed))
  const input = doorInput.safeParse(x.form)
  if (!input.success) return again(x, gathering, x.t(d.noMatch))
  return act(x, gathering, input.data)
}

async function act(x: Exchange, gathering: Gathering, input: Act): Promise<Answer> {
  const gatheringId = gathering.id
  switch (input.act) {
    case 'find':
      return byName(x, gathering, input.who)
    case 'here':
    case 'not-here': {
      const cameAt = input.act === 'here' ? x.now : null
      const isThere = await checkIn(x.db, { gatheringId, registrationId: input.registration, cameAt })
      return isThere ? back(x, gathering, cameAt && input.registration) : again(x, gathering, x.t(d.noMatch))
    }
    case 'one-more':
    case 'one-less': {
      const more = input.act === 'one-more' ? 1 : -1
      const once = onceOf(x, { door: gathering.number, more })
      const counted = await countAtDoor(x.db, { gatheringId, more, once })
      return counted.ok ? back(x, gathering, null) : keyReused(x)
    }
    case 'count':
      await publishDoorCount(x.db, { gathering, now: x.now })
      return done(x, { to: `/gatherings/${gathering.number}#heard`, json: () => ({ counted: true }) })
  }
}

async function byName(x: Exchange, gathering: Gathering, who: string): Promise<Answer> {
  const matches = called(who, await atTheDoor(x.db, gathering.id))
  const [only] = matches
  if (!only) return again(x, gathering, x.t(d.noMatch))
  if (matches.length > 1) return again(x, gathering, x.t(d.severalMatch))
  await checkIn(x.db, { gatheringId: gathering.id, registrationId: only.id, cameAt: x.now })
  return back(x, gathering, only.id)
}

function back(x: Exchange, { number }: Gathering, registration: string | null): Answer {
  const said = registration === null ? '' : `?here=${registration}`
  return done(x, { to: `/gatherings/${number}/door${said}`, json: () => ({ number }) })
}

async function again(x: Exchange, gathering: Gathering, message: string): Promise<Answer> {
  const html = await doorPage(x, gathering, message)
  return invalid(x, {
    problem: { id: 'door.nobody', title: message, fields: [{ field: 'who', message }] },
    html: () => html,
  })
}

async function doorPage(x: Exchange, gathering: Gathering, error: string | null): Promise<string> {
  const door = await atTheDoor(x.db, gathering.id)
  const typed = typeof x.form.who === 'string' ? x.form.who : ''
  return x.page({
    title: x.t(d.title, { title: gathering.title }),
    crumbs: crumbsTo(x.t, gathering),
    isUnlisted: true,
    children: DoorPage({
      t: x.t,
      gathering,
      door: error !== null && typed !== '' ? { ...door, people: foundFirst(typed, door) } : door,
      isOpen: isDoorOpen(gathering, x.now),
      just: door.people.find(({ id, cameAt }) => id === x.query.here && cameAt !== null)?.name ?? null,
      typed,
      error,
      once: () => unorderedId(),
    }),
  })
}

/** Those who may be meant stand at the top of the list. */
function foundFirst(typed: string, door: Awaited<ReturnType<typeof atTheDoor>>) {
  const meant = called(typed, door)
  return [...meant, ...door.people.filter((one) => !meant.includes(one))]
}
