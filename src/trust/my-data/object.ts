import { z } from 'zod'
import { type Answer, done, type FieldProblem, problem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { orNothing, words } from '#core/input/text.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { m } from './messages.ts'
import { lookAt, raiseObjection } from './objections.ts'
import { ObjectionPage } from './pages/objection-page.tsx'
import { pageOf } from './show-my-data.ts'
import { type Whose, whoseData } from './whose.ts'

export const objectionInput = z.object({ words: words(5_000), look: orNothing(z.uuid()) })

export async function showObjectionForm(x: Exchange): Promise<Answer> {
  const whose = await whoseData(x)
  if (!whose) return seeOther('/my-data')
  const html = await formPage(x, whose, { asked: x.query.look, problems: [] })
  return show(x, { html: () => html, json: () => ({}) })
}

/** Takes an objection or a question in: private, with a clock. */
export async function createObjection(x: Exchange): Promise<Answer> {
  const whose = await whoseData(x)
  if (!whose)
    return x.wants === 'json' ? problem(401, 'access.sign-in', x.t(m.withAccountText)) : seeOther('/my-data')
  const input = objectionInput.safeParse(x.form)
  if (!input.success) {
    const problems = problemsOf(input.error, x.t)
    const html = await formPage(x, whose, { asked: x.form.look, problems })
    return invalidForm(x, { id: 'my-data.objection-invalid', problems, html: () => html })
  }
  const { personId, address } = whose.subject
  const look = await lookFor(x, whose, input.data.look)
  if (input.data.look !== undefined && !look) return problem(404, 'not-found', x.t(m.noSuchLook))
  const outcome = await raiseObjection(x.db, {
    objection: {
      personId,
      address,
      lookupId: look?.id ?? null,
      language: x.language,
      words: input.data.words,
    },
    once: { key: x.onceKey, asker: personId ?? address ?? '', request: input.data, now: x.now },
  })
  if (!outcome.ok) return keyReused(x)
  return done(x, { to: '/my-data?done=objected', status: 201, json: () => outcome.result })
}

async function lookFor(x: Exchange, { person }: Whose, id: unknown) {
  const isId = z.uuid().safeParse(id)
  return person && isId.success ? lookAt(x.db, { id: isId.data, personId: person.id }) : null
}

async function formPage(
  x: Exchange,
  whose: Whose,
  { asked, problems }: { asked: unknown; problems: FieldProblem[] },
): Promise<string> {
  const look = await lookFor(x, whose, asked)
  const once = typeof x.form.once === 'string' ? x.form.once : unorderedId()
  return pageOf(x, {
    title: x.t(m.objectTitle),
    isBelow: true,
    children: ObjectionPage({ t: x.t, look, typed: x.form, problems, once }),
  })
}
