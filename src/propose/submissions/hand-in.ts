import { type Answer, done, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { isUnguessable } from '#core/ids/once-key.ts'
import type { Attachment } from '#ground/attachments/make-attachments.ts'
import { draftHandleOf, forgottenDraftCookie, isDraftDone } from '#ground/drafts/draft-cookie.ts'
import { gatherFiles } from '#ground/drafts/draft-files.ts'
import { draftFor } from '#ground/drafts/draft-of.ts'
import { keepWithFiles } from '#ground/drafts/keep-draft-of.ts'
import { lostItsSession } from '#ground/drafts/lost-session.ts'
import { promiseText, signedPromise } from '#ground/record/promise-text.ts'
import { receiptCookie } from '#ground/record/receipt-cookie.ts'
import { type Checked, checkHandIn } from './check-hand-in.ts'
import { HAND_IN_FORM } from './draft.ts'
import { handInAgain, handInForm, keepLostHandIn } from './hand-in-form.ts'
import { type Author, type HandedIn, handInSubmission } from './hand-in-submission.ts'
import type { HandInInput } from './input.ts'
import { languageSaid } from './language-of.ts'
import { m } from './messages.ts'

/** The form: empty, begun elsewhere (`?to=housing-commission&kind=question`), or with a draft of one's own. */
export async function showHandInForm(x: Exchange): Promise<Answer> {
  const draft = await draftFor(x, HAND_IN_FORM)
  const html = await handInForm(x, { typed: draft?.content ?? x.query, draft })
  return show(x, { html: () => html, json: () => ({}) })
}

/** Takes it in, and leads to the receipt. */
export async function createSubmission(x: Exchange): Promise<Answer> {
  if (lostItsSession(x)) return keepLostHandIn(x)
  const check = await checkHandIn(x)
  const { attachments, problems } = await gatherFiles(x)
  if (check.ok && problems.length === 0) return handIn(x, { ...check, attachments })
  const all = check.ok ? problems : [...check.problems, ...problems]
  return handInAgain(x, {
    problems: all,
    kept: await keepWithFiles(x, { form: HAND_IN_FORM, files: attachments }),
  })
}

async function handIn(
  x: Exchange,
  { input, body, onBehalfOf, attachments }: Checked & { attachments: Attachment[] },
): Promise<Answer> {
  const author = authorOf(x, input)
  if (isKeyTooWeak(x, author)) return problem(422, 'request.key-guessable', x.t(m.keyGuessable))
  const said = await languageSaid(input, x.language)
  const asker = author.authorship === 'anonymous' ? 'anyone' : (x.viewer.person?.id ?? 'anyone')
  const outcome = await handInSubmission(x.db, {
    handIn: {
      ...input,
      ...said,
      body,
      author,
      onBehalfOf,
      attachments,
      isWhoeverShould: !input.to,
      route: 'web',
      isFlood: x.isFlood,
    },
    once: { key: x.onceKey, asker, request: requestOf(x, input), now: x.now },
    secret: x.house.secret,
    draft: draftHandleOf(x),
  })
  if (!outcome.ok) return problem(422, 'request.key-reused', x.t(m.keyReused))
  return handedIn(x, outcome)
}

async function handedIn(x: Exchange, { number, key, promise }: HandedIn): Promise<Answer> {
  const promiseToTell = x.wants === 'json' ? await told(x, { number, promise }) : null
  const url = `${x.house.baseUrl}/submissions/${number}`
  return done(x, {
    to: `/receipts/${number}`,
    status: 201,
    cookies: [
      ...(key ? [receiptCookie(number, key)] : []),
      ...(isDraftDone(x) ? [forgottenDraftCookie(HAND_IN_FORM)] : []),
    ],
    json: () => ({
      number,
      url,
      receipt: {
        number,
        key: key ?? undefined,
        promise: promiseToTell,
        proof_url: `${x.house.baseUrl}/receipts/${number}.proof`,
      },
    }),
  })
}

function told({ db }: Exchange, { number, promise }: Pick<HandedIn, 'number' | 'promise'>): Promise<string> {
  return promise ? signedPromise(db, promise) : promiseText(db, number)
}

/**
 * Without an account a retry gets the follow-up key again, so that a lost answer loses nobody their handle. The words are
 * public: with a retry key that can be guessed, anybody could send them again and get it too.
 */
function isKeyTooWeak(x: Exchange, author: Author): boolean {
  const hasAccount = author.authorship !== 'anonymous' && author.person !== null
  return !hasAccount && x.onceKey !== null && !isUnguessable(x.onceKey)
}

/**
 * What a retry must repeat: the words, and the very files. Its fingerprint is kept, and the words are public: the name
 * typed into an anonymous hand-in could be guessed from it, so it is left out.
 */
function requestOf(x: Exchange, input: HandInInput) {
  const { name, email, ...rest } = input
  const request = input.authorship === 'anonymous' ? rest : { ...rest, name, email }
  if (x.files.length === 0) return request
  return { ...request, files: x.files.map(({ bytes }) => sha256(bytes).toString('hex')) }
}

/** For an anonymous hand-in nothing of the person is even looked at. */
function authorOf(x: Exchange, { authorship, name, email }: HandInInput): Author {
  if (authorship === 'anonymous') return { authorship }
  const { person } = x.viewer
  return {
    authorship,
    person: person && { id: person.id, name: person.name },
    name: name ?? null,
    email: email ?? null,
  }
}
