import { z } from 'zod'
import { type Answer, done, invalid, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { problemsOf } from '#core/input/problems.ts'
import { isoDay, orNothing, words } from '#core/input/text.ts'
import { isoSecond } from '#core/time/days.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import type { Call } from '../call.ts'
import { callById } from '../find-call.ts'
import { findTheme, mayChoose } from './call-with-themes.ts'
import { choiceMessages } from './choice-messages.ts'
import { type About, pendingFor, recordChoice, takeBackChoice } from './choose.ts'
import { m } from './messages.ts'
import { ChoicePage } from './pages/choice-page.tsx'
import { languageOfName, nameOf } from './pages/theme-words.tsx'
import { OUTCOMES, type Outcome } from './themes-of.ts'

export const choiceInput = z.object({
  outcome: z.enum(OUTCOMES, { error: choiceMessages.outcomeMissing.id }),
  reason: words(4_000, choiceMessages.reasonMissing.id),
  on_day: orNothing(isoDay),
  leads_to: orNothing(
    z.coerce
      .number({ error: choiceMessages.noSuchMatter.id })
      .int({ error: choiceMessages.noSuchMatter.id })
      .positive({ error: choiceMessages.noSuchMatter.id }),
  ),
})
export const choiceAnswer = z.object({ outcome: z.string(), announced_at: z.string() })

/** A theme or an answer, as something the body decides about. */
interface Chosen {
  about: About
  call: Call
  title: string
  /** Of the title; absent where it is ours. */
  language?: string
  path: string
  outcomes: readonly Outcome[]
}

type FoundChosen = { ok: true; chosen: Chosen } | { ok: false; answer: Answer }

async function findChosen(x: Exchange): Promise<FoundChosen> {
  const found = x.url.includes('/answers/') ? await chosenAnswer(x) : await chosenTheme(x)
  if (!found.ok || mayChoose(x.viewer, found.chosen.call) === 'allowed') return found
  const { body } = found.chosen.call
  return { ok: false, answer: problem(403, 'theme.not-the-clerk', x.t(m.notTheClerk, { body: body.name })) }
}

async function chosenTheme(x: Exchange): Promise<FoundChosen> {
  const found = await findTheme(x)
  if (!found.ok) return found
  const { theme, call } = found.found
  if (theme.endedAt || theme.mergedInto)
    return mayChoose(x.viewer, call) === 'allowed'
      ? { ok: false, answer: problem(409, 'theme.over', x.t(m.themeIsOver, { number: theme.number })) }
      : { ok: true, chosen: { about: { themeId: theme.id }, call, title: '', path: '', outcomes: [] } }
  const about = { themeId: theme.id }
  return {
    ok: true,
    chosen: {
      about,
      call,
      title: nameOf(x.t, theme),
      language: languageOfName(theme),
      path: `/themes/${theme.number}`,
      outcomes: OUTCOMES,
    },
  }
}

async function chosenAnswer(x: Exchange): Promise<FoundChosen> {
  const missing: FoundChosen = {
    ok: false,
    answer: problem(404, 'not-found', x.t(choiceMessages.noSuchAnswer)),
  }
  if (!/^[1-9]\d{0,14}$/.test(x.params.number ?? '')) return missing
  const answer = await x.db
    .selectFrom('answers')
    .innerJoin('matters', 'matters.id', 'answers.id')
    .select(['answers.id', 'answers.callId', 'matters.number'])
    .where('matters.number', '=', Number(x.params.number))
    .where('answers.withdrawnAt', 'is', null)
    .executeTakeFirst()
  const call = answer && (await callById(x.db, answer.callId))
  if (!answer || !call) return missing
  const title = x.t(m.quotedFrom, { number: answer.number })
  const outcomes = OUTCOMES.filter((outcome) => outcome !== 'done')
  return {
    ok: true,
    chosen: { about: { answerId: answer.id }, call, title, path: `/answers/${answer.number}`, outcomes },
  }
}

export async function showChoiceForm(x: Exchange): Promise<Answer> {
  const found = await findChosen(x)
  if (!found.ok) return found.answer
  const html = await choicePage(x, found.chosen, [])
  return show(x, { html: () => html, json: () => ({}) })
}

/** The body's choice about a theme, or about one answer. */
export async function createChoice(x: Exchange): Promise<Answer> {
  const found = await findChosen(x)
  if (!found.ok) return found.answer
  const { chosen } = found
  const input = choiceInput.safeParse(x.form)
  if (!input.success) return again(x, chosen, problemsOf(input.error, x.t))
  const { outcome, reason, on_day: onDay = null, leads_to: number } = input.data
  if (!chosen.outcomes.includes(outcome))
    return again(x, chosen, [{ field: 'outcome', message: x.t(choiceMessages.outcomeMissing) }])
  const leadsTo = number === undefined ? null : await matterNumbered(x, number)
  if (leadsTo === undefined)
    return again(x, chosen, [{ field: 'leads_to', message: x.t(choiceMessages.noSuchMatter) }])
  const by = x.viewer.person?.id ?? ''
  const recorded = await recordChoice(
    x.db,
    {
      about: chosen.about,
      bodyId: chosen.call.body.id,
      outcome,
      reason,
      language: x.language,
      onDay,
      leadsTo,
      by,
    },
    { key: x.onceKey, asker: by, request: { ...chosen.about, ...input.data }, now: x.now },
  )
  if (!recorded.ok) return keyReused(x)
  const { result } = recorded
  if (!result.ok) return problem(409, 'theme.choice-waits', x.t(choiceMessages.waitsAlready))
  const announcedAt = isoSecond(new Date(result.announceAt))
  return done(x, {
    to: `${chosen.path}/choice`,
    status: 201,
    json: () => ({ outcome, announced_at: announcedAt }),
  })
}

/** Takes it back before it is announced. */
export async function removeChoice(x: Exchange): Promise<Answer> {
  const found = await findChosen(x)
  if (!found.ok) return found.answer
  const { about, path } = found.chosen
  const told = await takeBackChoice(x.db, about, x.now)
  if (told === 'nothing-waits') return problem(409, 'theme.nothing-waits', x.t(choiceMessages.nothingWaits))
  if (told === 'announced')
    return problem(409, 'theme.choice-announced', x.t(choiceMessages.tooLateToTakeBack))
  return done(x, { to: `${path}/choice`, json: () => ({ taken_back: true }) })
}

/** Its id; undefined where nobody may read of such a matter. */
async function matterNumbered(x: Exchange, number: number): Promise<string | undefined> {
  const row = await x.db
    .selectFrom('matters')
    .select('id')
    .where('number', '=', number)
    .where('visibility', '=', 'public')
    .where('parentId', 'is', null)
    .executeTakeFirst()
  return row?.id
}

async function again(
  x: Exchange,
  chosen: Chosen,
  problems: { field: string; message: string }[],
): Promise<Answer> {
  const html = x.wants === 'html' ? await choicePage(x, chosen, problems) : ''
  const [first] = problems
  return invalid(x, {
    problem: { id: 'theme.invalid', title: first?.message ?? '', fields: problems },
    html: () => html,
  })
}

async function choicePage(
  x: Exchange,
  { about, title, language, path, outcomes }: Chosen,
  problems: { field: string; message: string }[],
) {
  const pending = await pendingFor(x.db, about)
  return x.page({
    title: x.t(choiceMessages.chooseTitle),
    crumbs: [{ label: title, href: path, lang: language }],
    isUnlisted: true,
    children: ChoicePage({
      t: x.t,
      title,
      language,
      path,
      outcomes,
      pending,
      problems,
      typed: x.form,
      once: unorderedId(),
    }),
  })
}
