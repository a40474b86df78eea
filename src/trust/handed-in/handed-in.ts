import { z } from 'zod'
import { type Answer, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { timeCursorOf } from '#core/http/time-cursor.ts'
import { orNothing } from '#core/input/text.ts'
import { OWN_STATES } from '#ground/matters/own-wish.ts'
import { titlesIn } from '#ground/translations/translations-of.ts'
import { m } from './messages.ts'
import { ownJson } from './own-json.ts'
import { countAwaiting, type Own, ownList } from './own-list.ts'
import { HandedInPage } from './pages/handed-in-page.tsx'

const SHOWN = 20

/** What cannot be read is left out, for an address is often cut or mistyped. */
export const handedInQuery = z.object({
  state: orNothing(z.enum(OWN_STATES)).catch(undefined),
  after: orNothing(z.string().max(120)).catch(undefined),
})

/** Everything somebody handed in, answered and began, newest first, with what of it waits for them. */
export async function showHandedIn(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  if (!person) return seeOther('/sign-in')
  const { state, after } = handedInQuery.parse(x.query)
  const whose = { personId: person.id, now: x.now }
  const [list, awaiting] = await Promise.all([
    ownList(x.db, { ...whose, state, after: timeCursorOf(after), most: SHOWN }),
    countAwaiting(x.db, whose),
  ])
  const titles = await titlesIn(x.db, x.language, translatable(list.own))
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.title),
        isUnlisted: true,
        children: HandedInPage({ t: x.t, now: x.now, state, list, awaiting, titles }),
      }),
    json: () => ({ handed_in: list.own.map((own) => ownJson(x, own)), awaiting, next: list.next }),
  })
}

/** Titles of calls and names of themes are others' words; one's own are read as they were written. */
function translatable(own: readonly Own[]): string[] {
  const answers = own.flatMap((one) => (one.sort === 'answer' ? [one.answer] : []))
  return answers.flatMap(({ call, choices }) => [
    call.id,
    ...choices.flatMap(({ theme }) => (theme ? [theme.id] : [])),
  ])
}
