import { z } from 'zod'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import type { LiveFragment } from '#core/slice/define-slice.ts'
import { isoSecond } from '#core/time/days.ts'
import { toFragment } from '#ui/page/render-page.ts'
import { crumbOf } from '../crumb-of.ts'
import { askForThemes } from './ask-for-themes.ts'
import { findCall, findCallOfTeam, openQuestions } from './call-with-themes.ts'
import { m } from './messages.ts'
import { RunNow, RunPage } from './pages/run-page.tsx'
import { runMessages } from './run-messages.ts'
import { runById } from './runs-of.ts'

const askInput = z.object({ question: z.coerce.number().int().optional() })

export const runJson = z.object({
  id: z.string(),
  step: z.string(),
  done: z.number(),
  total: z.number(),
  asked_at: z.string(),
  ended_at: z.string().nullable(),
  failed: z.string().nullable(),
  figures: z.unknown(),
})

/** Asks for the themes of one open question to be computed; the page it leads to shows how far it is. */
export async function createRun(x: Exchange): Promise<Answer> {
  const found = await findCallOfTeam(x)
  if (!found.ok) return found.answer
  const input = askInput.safeParse(x.form)
  const questions = openQuestions(found.found)
  const question = questions.find(({ place }) => place === input.data?.question) ?? questions[0]
  if (!question) return problem(422, 'theming.no-open-question', x.t(m.noThemes))
  const by = x.viewer.person?.id ?? ''
  const asked = await askForThemes(x.db, { questionId: question.id, by, now: x.now })
  return done(x, {
    to: `/calls/${found.found.number}/themes/runs/${asked.runId}`,
    status: asked.ok ? 201 : 200,
    json: () => ({ run: asked.runId }),
  })
}

/** How far a computation is, for everybody. */
export async function showRun(x: Exchange): Promise<Answer> {
  const found = await findCall(x)
  if (!found.ok) return found.answer
  const run = await runById(x.db, x.params.id)
  if (!run || run.callNumber !== found.found.number)
    return problem(404, 'not-found', x.t(runMessages.noSuchRun))
  return show(x, {
    html: () =>
      x.page({
        title: x.t(runMessages.runTitle),
        crumbs: [crumbOf(x.t, found.found), { label: x.t(m.title), href: `/calls/${run.callNumber}/themes` }],
        isUnlisted: true,
        liveTopic: `theming:${run.id}`,
        children: RunPage({ t: x.t, run }),
      }),
    json: (): z.infer<typeof runJson> => ({
      id: run.id,
      step: run.step,
      done: run.done,
      total: run.total,
      asked_at: isoSecond(run.askedAt),
      ended_at: run.endedAt && isoSecond(run.endedAt),
      failed: run.failed,
      figures: run.figures,
    }),
  })
}

/** The live part of that page. */
export async function renderRunLive({ db, t, key }: Parameters<LiveFragment>[0]): Promise<string | null> {
  const run = await runById(db, key)
  return run && toFragment(RunNow({ t, run }))
}
