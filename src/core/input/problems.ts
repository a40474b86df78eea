import type { ZodError } from 'zod'
import type { FieldProblem } from '../http/answer.ts'
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

function sentence(error: string, t: Translate): string {
  const [id = '', most] = error.split(':')
  const message = knownMessages().get(id) ?? inputMessages.oneOf
  return t({ ...message, values: undefined } as typeof inputMessages.tooLong, { most: Number(most) })
}
