import type { Answer } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import * as drafts from '#ground/drafts/draft-acts.ts'
import type { DraftForm } from '#ground/drafts/draft-form.ts'
import { answerInput, fieldOf, statementField } from './answer-input.ts'
import { type Call, pathToCall } from './call.ts'

/** The form to answer a call, as one whose words are kept: each call has a draft of its own in a browser. */
export function answerDraftForm(call: Pick<Call, 'number' | 'title' | 'questions'>): DraftForm {
  const under = pathToCall(call.number)
  const boxes = call.questions.flatMap((question) =>
    question.kind === 'statements'
      ? question.options.map((option) => statementField(question, option))
      : [fieldOf(question)],
  )
  return {
    page: `${under}/answer`,
    under,
    fields: [...boxes, ...Object.keys(answerInput.shape)],
    title: call.title,
  }
}

/** Forgets a draft, open as the call may be or not. */
export const removeAnswerDraft = (x: Exchange): Promise<Answer> => {
  const under = `/calls/${Number(x.params.number)}`
  return drafts.removeDraft(x, { page: `${under}/answer`, under })
}
