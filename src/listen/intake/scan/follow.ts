import { type Answer, type FieldProblem, invalid, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { parseFollowUpKey } from '#core/ids/follow-up-key.ts'
import { isSameSecret, sha256 } from '#core/ids/hashes.ts'
import { callById } from '../../calls/index.ts'
import { howItCame } from '../help/entries.ts'
import { slipOfNumber } from './find-slip.ts'
import { m } from './messages.ts'
import { type Followed, FollowPage } from './pages/follow-page.tsx'

const MOST_DIGITS = 15

/** Where the tear-off half of a form leads: its number and key. */
export async function showFollow(x: Exchange): Promise<Answer> {
  return show(x, { html: () => followPage(x, {}), json: () => ({}) })
}

/** Says where a form is; what is here already is opened with its key on its own page. */
export async function createFollow(x: Exchange): Promise<Answer> {
  const number = Number(text(x.form.number).replace(/\D/g, '').slice(0, MOST_DIGITS))
  const key = parseFollowUpKey(text(x.form.key))
  if (!key.ok)
    return again(x, { field: 'key', message: x.t(key.why === 'mistyped' ? m.keyMistyped : m.keyLength) })
  const slip = await slipOfNumber(x.db, number)
  if (slip && !isSameSecret(sha256(key.key), slip.keyHash))
    return again(x, { field: 'key', message: x.t(m.keyUnknown) })
  const call = slip && (await callById(x.db, slip.callId))
  const came = await howItCame(x.db, { number, keyHash: sha256(key.key) })
  const followed: Followed =
    slip && call && slip.answerId === null
      ? { number, isHere: false, hasPicture: slip.pictureAt !== null, until: call.helpersUntil }
      : { number, isHere: true, key: text(x.form.key), came }
  return show(x, {
    html: () => followPage(x, { followed }),
    json: () => ({ number, is_here: followed.isHere }),
  })
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

function again(x: Exchange, problem: FieldProblem): Answer {
  return invalid(x, {
    problem: { id: 'follow.key', title: problem.message, fields: [problem] },
    html: () => followPage(x, { problems: [problem] }),
  })
}

function followPage(
  x: Exchange,
  { followed, problems = [] }: { followed?: Followed; problems?: readonly FieldProblem[] },
): string {
  return x.page({
    title: x.t(m.followTitle),
    isUnlisted: true,
    children: FollowPage({ t: x.t, followed, typed: x.form, problems }),
  })
}
