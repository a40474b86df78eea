import { offerOnCalls } from '../../calls/index.ts'
import { m } from '../telephone/messages.ts'

/** The paper way on every call's page, for as long as helpers may bring forms in. */
export function offerPaper(): void {
  offerOnCalls({
    where: 'ways',
    label: m.offerPaper,
    explanation: m.offerPaperHint,
    href: ({ number, helpersUntil }, now) => (now < helpersUntil ? `/calls/${number}/paper` : null),
  })
}
