import { inTransaction } from '#core/db/transaction.ts'
import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { invalidForm, problemsOf } from '#core/input/problems.ts'
import { isoSecond } from '#core/time/days.ts'
import { isClerkOf } from '#ground/matters/policy.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { lettersOf } from './answer-letters.ts'
import { findMailedAnswer, type MailedAnswer } from './find-mailed-answer.ts'
import { letterInput } from './letter-input.ts'
import { m } from './messages.ts'
import { LettersPage } from './pages/letters-page.tsx'
import { writeToAuthor } from './write-to-author.ts'

/** The mail of an answer as it came, what its author added, and what the clerks wrote back: for the clerks alone. */
export async function showLetters(x: Exchange): Promise<Answer> {
  const answer = await findForClerk(x)
  if (!answer) return problem(404, 'answer.no-letters', x.t(m.none))
  const letters = await lettersOf(x.db, answer.id)
  const html = x.wants === 'html' ? await pageOf(x, answer, []) : ''
  return show(x, {
    html: () => html,
    json: () => ({
      number: answer.number,
      letters: letters.map(({ fromBody, words, checks, writtenAt }) => ({
        from: fromBody ?? 'author',
        words,
        checks,
        written_at: isoSecond(writtenAt),
      })),
    }),
  })
}

/** A letter from the body: kept here, and sent to the address the mail came from. */
export async function createLetter(x: Exchange): Promise<Answer> {
  const answer = await findForClerk(x)
  if (!answer) return problem(404, 'answer.no-letters', x.t(m.none))
  const input = letterInput.safeParse(x.form)
  if (!input.success || answer.email === null) {
    const problems = input.success
      ? [{ field: 'words', message: x.t(m.noAddress) }]
      : problemsOf(input.error, x.t)
    const html = x.wants === 'html' ? await pageOf(x, answer, problems) : ''
    return invalidForm(x, { id: 'letter.invalid', problems, html: () => html })
  }
  const { words } = input.data
  const written = await inTransaction(x.db, (tx) =>
    writeToAuthor(tx, {
      answer: { ...answer, email: answer.email ?? '' },
      words,
      house: x.house,
      t: x.speak(answer.language),
      once: { key: x.onceKey, asker: x.viewer.person?.id ?? 'anyone', request: { words }, now: x.now },
    }),
  )
  if (!written.ok) return keyReused(x)
  const { number } = answer
  return done(x, { to: `/answers/${number}/letters`, status: 201, json: () => ({ number }) })
}

/** Of an answer that is not theirs a clerk learns as little as everybody: that there is nothing to read. */
async function findForClerk(x: Exchange): Promise<MailedAnswer | null> {
  const answer = await findMailedAnswer(x.db, x.params.number)
  if (!answer) return null
  const { id, lineage } = answer.body
  return isClerkOf(x.viewer, { bodyId: id, lineage }) ? answer : null
}

async function pageOf(
  x: Exchange,
  answer: MailedAnswer,
  problems: ReturnType<typeof problemsOf>,
): Promise<string> {
  const title = x.t(m.lettersTitle, { number: answer.number })
  return x.page({
    title,
    crumbs: [{ label: String(answer.number), href: `/answers/${answer.number}` }],
    section: 'desk',
    isUnlisted: true,
    children: LettersPage({
      t: x.t,
      answer,
      letters: await lettersOf(x.db, answer.id),
      typed: x.form,
      problems,
      once: unorderedId(),
    }),
  })
}
