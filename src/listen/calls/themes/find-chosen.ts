import { type Answer, problem } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import type { Call } from '../call.ts'
import { callById } from '../find-call.ts'
import { type Found, findTheme, mayChoose } from './call-with-themes.ts'
import { choiceMessages } from './choice-messages.ts'
import type { About } from './choose.ts'
import { m } from './messages.ts'
import { languageOfName, nameOf } from './pages/theme-words.tsx'
import { OUTCOMES, type Outcome } from './themes-of.ts'

/** A theme or an answer, as something the body decides about. */
export interface Chosen {
  about: About
  call: Call
  title: string
  /** Of the title; absent where it is ours. */
  language?: string
  path: string
  outcomes: readonly Outcome[]
}

/** What the address names, where the viewer may choose for the body of its call. */
export function findChosen(x: Exchange): Promise<Found<Chosen>> {
  return x.url.includes('/answers/') ? chosenAnswer(x) : chosenTheme(x)
}

async function chosenTheme(x: Exchange): Promise<Found<Chosen>> {
  const found = await findTheme(x)
  if (!found.ok) return found
  const { theme, call } = found.found
  const refused = notTheClerk(x, call)
  if (refused) return { ok: false, answer: refused }
  if (theme.endedAt || theme.mergedInto)
    return { ok: false, answer: problem(409, 'theme.over', x.t(m.themeIsOver, { number: theme.number })) }
  return {
    ok: true,
    found: {
      about: { themeId: theme.id },
      call,
      title: nameOf(x.t, theme),
      language: languageOfName(theme),
      path: `/themes/${theme.number}`,
      outcomes: OUTCOMES,
    },
  }
}

async function chosenAnswer(x: Exchange): Promise<Found<Chosen>> {
  const answer = await answerNumbered(x)
  const call = answer && (await callById(x.db, answer.callId))
  if (!answer || !call)
    return { ok: false, answer: problem(404, 'not-found', x.t(choiceMessages.noSuchAnswer)) }
  const refused = notTheClerk(x, call)
  if (refused) return { ok: false, answer: refused }
  return {
    ok: true,
    found: {
      about: { answerId: answer.id },
      call,
      title: x.t(m.quotedFrom, { number: answer.number }),
      path: `/answers/${answer.number}`,
      outcomes: OUTCOMES.filter((outcome) => outcome !== 'done'),
    },
  }
}

async function answerNumbered(x: Exchange) {
  if (!/^[1-9]\d{0,14}$/.test(x.params.number ?? '')) return undefined
  return x.db
    .selectFrom('answers')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .select(['answers.id', 'answers.callId', 'matters.number'])
    .where('matters.number', '=', Number(x.params.number))
    .where('answers.withdrawnAt', 'is', null)
    .executeTakeFirst()
}

function notTheClerk(x: Exchange, call: Call): Answer | null {
  return mayChoose(x.viewer, call) === 'allowed'
    ? null
    : problem(403, 'theme.not-the-clerk', x.t(m.notTheClerk, { body: call.body.name }))
}
