import { type Answer, done, invalid, problem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { unorderedId } from '#core/ids/ids.ts'
import { problemsOf } from '#core/input/problems.ts'
import { isClerkOf } from '#ground/matters/policy.ts'
import { keyReused } from '#ground/matters/refusals.ts'
import { recordLookup } from '#ground/people/record-lookup.ts'
import { actAgain, acted, asAuthor } from './author.ts'
import { onceOf } from './author-acts.ts'
import { type AuthorFacts, authorFacts } from './author-facts.ts'
import { letterInput } from './author-input.ts'
import { findVisibleSubmission, type Submission } from './find-submission.ts'
import { letterMessages as m } from './letter-messages.ts'
import { m as submissionMessages } from './messages.ts'
import { ClerkLettersPage } from './pages/clerk-letters-page.tsx'
import { withheldAuthorOf } from './withheld-author-of.ts'
import { writeLetterAbout } from './write-letter-about.ts'

interface ClerkOf {
  submission: Submission
  facts: AuthorFacts
  body: { id: string; name: string; slug: string }
}

/** The letters about a submission: for its clerk here, for its author in the story. */
export async function showLetters(x: Exchange): Promise<Answer> {
  const clerk = await findClerk(x)
  if (clerk) {
    const html = await clerkPage(x, clerk, [])
    return show(x, { html: () => html, json: () => ({}) })
  }
  return asAuthor(x, async ({ submission }) => seeOther(`/submissions/${submission.number}#letters`))
}

/** A letter, from the clerk or from the author: who sends it says which. */
export async function createLetter(x: Exchange): Promise<Answer> {
  const clerk = x.form.key === undefined ? await findClerk(x) : null
  return clerk ? fromClerk(x, clerk) : fromAuthor(x)
}

/** The body that has it, or had it last, if the viewer clerks it; an author who is also its clerk writes as the author. */
async function findClerk(x: Exchange): Promise<ClerkOf | null> {
  const submission = await findVisibleSubmission(x.db, x.viewer, x.params.number)
  if (!submission || submission.authorId !== null) return null
  const facts = await authorFacts(x.db, submission, x.now)
  const { last } = facts
  if (!last || !isClerkOf(x.viewer, last)) return null
  return { submission, facts, body: { id: last.bodyId, name: last.bodyName, slug: last.bodySlug } }
}

async function fromClerk(x: Exchange, clerk: ClerkOf): Promise<Answer> {
  const { submission, body } = clerk
  if (submission.authorship === 'named') return forWithheldAlone(x)
  const input = letterInput.safeParse(x.form)
  if (!input.success) {
    const problems = problemsOf(input.error, x.t)
    const html = x.wants === 'html' ? await clerkPage(x, clerk, problems) : ''
    return invalid(x, {
      problem: { id: 'letter.invalid', title: x.t(m.letterMissing), fields: problems },
      html: () => html,
    })
  }
  const { words } = input.data
  const outcome = await writeLetterAbout(x.db, {
    letter: { submission, fromBody: body.id, words },
    once: onceOf(x, { submission, key: null }, { act: 'letter', words }),
  })
  if (!outcome.ok) return keyReused(x)
  const { number } = submission
  return done(x, { to: `/submissions/${number}/letters`, status: 201, json: () => ({ number }) })
}

function fromAuthor(x: Exchange): Promise<Answer> {
  return asAuthor(x, async (author) => {
    const { submission } = author
    if (submission.authorship === 'named') return forWithheldAlone(x)
    const input = letterInput.safeParse(x.form)
    if (!input.success) return actAgain(x, author, { act: 'letters', problems: problemsOf(input.error, x.t) })
    const { words } = input.data
    const outcome = await writeLetterAbout(x.db, {
      letter: { submission, fromBody: null, words },
      once: onceOf(x, author, { act: 'letter', words }),
    })
    return outcome.ok ? acted(x, author, 'letters') : keyReused(x)
  })
}

function forWithheldAlone(x: Exchange): Answer {
  return problem(409, 'letter.author-is-named', x.t(m.lettersForWithheld))
}

async function clerkPage(
  x: Exchange,
  { submission, facts, body }: ClerkOf,
  problems: ReturnType<typeof problemsOf>,
): Promise<string> {
  const author = await withheldAuthorOf(x.db, submission.id)
  const looker = x.viewer.person
  if (author?.personId && looker)
    await recordLookup(x.db, {
      personId: author.personId,
      lookedBy: looker.id,
      role: 'clerk',
      purpose: `letters about ${submission.number}`,
      now: x.now,
    })
  return x.page({
    title: x.t(m.clerkTitle, { number: submission.number }),
    crumbs: [{ label: x.t(submissionMessages.submissions), href: '/submissions' }],
    section: 'desk',
    isUnlisted: true,
    children: ClerkLettersPage({
      t: x.t,
      number: submission.number,
      isNamed: submission.authorship === 'named',
      isCoarse: submission.authorship === 'anonymous',
      letters: facts.letters,
      author: author?.name ?? null,
      deskHref: `/bodies/${body.slug}/desk?matter=${submission.number}`,
      typed: x.form,
      problems,
      once: unorderedId(),
    }),
  })
}
