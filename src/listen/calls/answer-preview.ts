import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { gatherFiles, heldFiles } from '#ground/drafts/draft-files.ts'
import type { KeptDraft } from '#ground/drafts/keep-draft.ts'
import { keepWithFiles } from '#ground/drafts/keep-draft-of.ts'
import { answerDraftForm } from './answer-draft.ts'
import { again, cookiesOf, crumbsOf, formPage, withOpenCall } from './answer-form.ts'
import { answerMessages as m } from './answer-messages.ts'
import type { Call } from './call.ts'
import { checkAnswerForm } from './check-answer-form.ts'
import type { NewAnswer } from './new-answer.ts'
import { noticeOfCall } from './notice-of-call.ts'
import { AnswerPreviewPage } from './pages/answer-preview-page.tsx'

/** How it will read; or back to the form with all that was typed. Only files that were chosen are kept meanwhile. */
export async function previewAnswer(x: Exchange): Promise<Answer> {
  if (x.wants === 'json') return problem(400, 'request.malformed', x.t(m.previewIsAPage))
  return withOpenCall(x, async (call) => {
    const { attachments, problems: unfit } = await gatherFiles(x)
    const kept = await keepWithFiles(x, { form: answerDraftForm(call), files: attachments })
    if (x.form.back) return unfit.length > 0 ? again(x, call, { problems: unfit, kept }) : back(x, call, kept)
    const check = await checkAnswerForm(x, call)
    const problems = [...(check.ok ? [] : check.problems), ...unfit]
    if (!check.ok || problems.length > 0) return again(x, call, { problems, kept })
    return preview(x, call, { answer: check.answer, kept })
  })
}

async function back(x: Exchange, call: Call, kept: KeptDraft | undefined): Promise<Answer> {
  const html = await formPage(x, call, { typed: x.form, kept })
  return show(x, { html: () => html, json: () => ({}), cookies: cookiesOf(call, kept) })
}

async function preview(
  x: Exchange,
  call: Call,
  { answer, kept }: { answer: NewAnswer; kept: KeptDraft | undefined },
): Promise<Answer> {
  const [notice, held] = await Promise.all([
    noticeOfCall(x, call),
    kept ? heldFiles(x.db, { ...kept, personId: null }) : [],
  ])
  const sent = sentAgain(x, kept)
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.previewTitle),
        section: 'calls',
        isUnlisted: true,
        crumbs: crumbsOf(x, call),
        children: AnswerPreviewPage({ t: x.t, call, answer, notice, held, sent }),
      }),
    json: () => ({}),
    cookies: cookiesOf(call, kept),
  })
}

/** Every field as it was typed, to be sent again unseen; which files are left out is said anew. */
function sentAgain(x: Exchange, kept: KeptDraft | undefined): [string, string][] {
  const typed: Readonly<Record<string, unknown>> = kept ? { ...x.form, draft: kept.id } : x.form
  return Object.entries(typed).flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((one): [string, string][] =>
        typeof one === 'string' && name !== 'back' && name !== 'leave_out' ? [[name, one]] : [],
      ),
  )
}
