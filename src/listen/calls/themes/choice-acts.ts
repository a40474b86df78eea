import { z } from 'zod'
import { type Answer, done, type FieldProblem, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { isoDay, orNothing, words } from '#core/input/text.ts'
import { isoSecond } from '#core/time/days.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { choiceMessages } from './choice-messages.ts'
import { pendingFor, recordChoice, takeBackChoice } from './choose.ts'
import { type Chosen, findChosen } from './find-chosen.ts'
import { ChoicePage } from './pages/choice-page.tsx'
import { OUTCOMES } from './themes-of.ts'

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

export async function showChoiceForm(x: Exchange): Promise<Answer> {
  const found = await findChosen(x)
  if (!found.ok) return found.answer
  const html = await choicePage(x, found.found, [])
  return show(x, { html: () => html, json: () => ({}) })
}

/** The body's choice about a theme, or about one answer. */
export async function createChoice(x: Exchange): Promise<Answer> {
  const found = await findChosen(x)
  if (!found.ok) return found.answer
  const chosen = found.found
  const read = await readChoice(x, chosen)
  if (!read.ok) return again(x, chosen, read.problems)
  const { about, call, path } = chosen
  const { outcome, reason, on_day: onDay = null } = read.typed
  const by = x.viewer.person?.id ?? ''
  const recorded = await recordChoice(
    x.db,
    { about, bodyId: call.body.id, outcome, reason, language: x.language, onDay, leadsTo: read.leadsTo, by },
    { key: x.onceKey, asker: by, request: { ...about, ...read.typed }, now: x.now },
  )
  if (!recorded.ok) return keyReused(x)
  const { result } = recorded
  if (!result.ok) return problem(409, 'theme.choice-waits', x.t(choiceMessages.waitsAlready))
  const announcedAt = isoSecond(new Date(result.announceAt))
  return done(x, { to: `${path}/choice`, status: 201, json: () => ({ outcome, announced_at: announcedAt }) })
}

type Read =
  | { ok: true; typed: z.infer<typeof choiceInput>; leadsTo: string | null }
  | { ok: false; problems: FieldProblem[] }

async function readChoice(x: Exchange, { outcomes }: Chosen): Promise<Read> {
  const input = choiceInput.safeParse(x.form)
  if (!input.success) return { ok: false, problems: problemsOf(input.error, x.t) }
  const wrong = (field: string, message: string): Read => ({ ok: false, problems: [{ field, message }] })
  const { outcome, leads_to: number } = input.data
  if (!outcomes.includes(outcome)) return wrong('outcome', x.t(choiceMessages.outcomeMissing))
  const leadsTo = number === undefined ? null : await matterNumbered(x, number)
  if (leadsTo === undefined) return wrong('leads_to', x.t(choiceMessages.noSuchMatter))
  return { ok: true, typed: input.data, leadsTo }
}

/** Takes it back before it is announced. */
export async function removeChoice(x: Exchange): Promise<Answer> {
  const found = await findChosen(x)
  if (!found.ok) return found.answer
  const { about, path } = found.found
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

async function again(x: Exchange, chosen: Chosen, problems: FieldProblem[]): Promise<Answer> {
  const html = x.wants === 'html' ? await choicePage(x, chosen, problems) : ''
  return invalidForm(x, { id: 'theme.invalid', problems, html: () => html })
}

async function choicePage(
  x: Exchange,
  { about, title, language, path, outcomes }: Chosen,
  problems: FieldProblem[],
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
