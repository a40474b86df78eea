import { z } from 'zod'
import { type Answer, done, invalid, problem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { problemsOf } from '#core/input/problems.ts'
import { emailAddress, orNothing, words } from '#core/input/text.ts'
import type { Letter } from '#core/mail/post.ts'
import { controllerOf } from '#ground/units/controller-of.ts'
import { endSessions } from './end-sessions.ts'
import { EndingPage, type EndingPageProps } from './ending-page.tsx'
import { endingMessages as m } from './messages.ts'
import { mayEndEverybodys, mayEndSessionsOf } from './policy.ts'
import { rootUnit } from './root-unit.ts'

const LONGEST_REASON = 500
const ticked = orNothing(z.literal('yes'))

const endingInput = z.object({
  email: emailAddress,
  reason: words(LONGEST_REASON, m.whyEndedMissing.id),
  tokens: ticked,
  passkeys: ticked,
})

/** Where whoever keeps the accounts ends the sessions of one person. */
export async function showEndingForm(x: Exchange): Promise<Answer> {
  const html = await pageOf(x, [])
  return show(x, { html: () => html, json: () => ({}) })
}

/** Ends them; the person is told by letter. */
export async function createEnding(x: Exchange): Promise<Answer> {
  const by = x.viewer.person
  if (!by) return seeOther('/sign-in')
  const input = endingInput.safeParse(x.form)
  if (!input.success) return again(x, problemsOf(input.error, x.t))
  const { email, reason, tokens, passkeys } = input.data
  const person = await personToEnd(x, email)
  if (!person) return again(x, [{ field: 'email', message: x.t(m.noSuchAccount) }])
  const ending = { reason, by, withTokens: tokens === 'yes', withPasskeys: passkeys === 'yes' }
  const ended = await endSessions(x.db, {
    ending: { ...ending, person, letter: letterTo(x, person, ending) },
    once: { key: x.onceKey, asker: by.id, request: input.data, now: x.now },
  })
  if (!ended.ok) return problem(409, 'retry.key-reused', x.t(m.endingKeyUsed))
  return done(x, { to: '/sessions/end?done=yes', json: () => ({ ended: true }) })
}

interface Account {
  id: string
  name: string
  email: string
  language: string
}

/** An account elsewhere is answered like none: nobody finds out who is a member where they keep no accounts. */
async function personToEnd(x: Exchange, email: string): Promise<Account | null> {
  const person = await x.db
    .selectFrom('people')
    .select(['id', 'name', 'language', 'unitId'])
    .where('email', '=', email)
    .executeTakeFirst()
  if (!person) return null
  const lineage = await controllerOf(x.db, person.unitId)
  return mayEndSessionsOf(x.viewer, lineage) ? { ...person, email } : null
}

interface Told {
  reason: string
  by: { name: string }
  withTokens: boolean
  withPasskeys: boolean
}

function letterTo(x: Exchange, { name, email, language }: Account, told: Told): Letter {
  const t = x.speak(language)
  const { reason, by, withTokens, withPasskeys } = told
  const { name: house, baseUrl } = x.house
  const parts = [
    t(m.endedText, { name, by: by.name, house, reason }),
    ...(withTokens ? [t(m.endedTokensText)] : []),
    ...(withPasskeys ? [t(m.endedPasskeysText)] : []),
    t(m.endedAgainText, { url: `${baseUrl}/sign-in`, by: by.name }),
  ]
  return { to: email, subject: t(m.endedSubject, { house }), text: parts.join('\n\n') }
}

async function again(x: Exchange, problems: EndingPageProps['problems']): Promise<Answer> {
  const html = await pageOf(x, problems)
  return invalid(x, {
    problem: { id: 'sessions.invalid', title: x.t(m.endingsProblem), fields: problems },
    html: () => html,
  })
}

async function pageOf(x: Exchange, problems: EndingPageProps['problems']): Promise<string> {
  const root = await rootUnit(x.db)
  const props = { typed: x.form, problems, once: x.onceKey ?? unorderedId() }
  return x.page({
    title: x.t(m.endSessionsTitle),
    isUnlisted: true,
    children: EndingPage({
      t: x.t,
      ...props,
      isDone: x.query.done === 'yes',
      mayEndAll: mayEndEverybodys(x.viewer, root) === 'allowed',
    }),
  })
}
