import type { ZodError } from 'zod'
import { type Answer, type FieldProblem, invalid } from '../http/answer.ts'
import type { Exchange } from '../http/exchange.ts'
import { knownMessages } from '../i18n/messages.ts'
import type { Translate } from '../i18n/translate.ts'
import { inputMessages } from './text.ts'

/**
 * One sentence for each wrong field, in the reader's language. Schemas carry `message-id` or `message-id:number` as their
 * error; whatever else zod found wrong (a wrong kind of value) is "choose one of the answers offered".
 */
export function problemsOf(error: ZodError, t: Translate): FieldProblem[] {
  const byField = new Map<string, FieldProblem>()
  for (const issue of error.issues) {
    const field = issue.path.join('.') || 'form'
    if (!byField.has(field)) byField.set(field, { field, message: sentence(issue.message, t) })
  }
  return [...byField.values()]
}

interface WrongForm {
  /** Stable, e.g. `grant.invalid`. */
  id: string
  problems: readonly FieldProblem[]
  html: () => string
}

/** 422: the form once more, with a sentence for each wrong field; the first is the problem's title. */
export function invalidForm(x: Exchange, { id, problems, html }: WrongForm): Answer {
  return invalid(x, { problem: { id, title: problems[0]?.message ?? '', fields: problems }, html })
}

function sentence(error: string, t: Translate): string {
  const [id = '', most] = error.split(':')
  const message = knownMessages().get(id) ?? inputMessages.oneOf
  return t({ ...message, values: undefined } as typeof inputMessages.tooLong, { most: Number(most) })
}
