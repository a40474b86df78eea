import type { Db, Tx } from '#core/db/connect.ts'
import { inTransaction } from '#core/db/transaction.ts'
import type { Translators } from '#core/i18n/load-catalogues.ts'
import { sha256 } from '#core/ids/hashes.ts'
import { newToken, unorderedId } from '#core/ids/ids.ts'
import { writeLetter } from '#core/mail/letters-out.ts'
import type { JobHouse } from '#core/slice/house.ts'
import { m } from './messages.ts'

export interface SignInRequest {
  email: string
  /** Where to go afterwards, a path of ours. */
  goesTo: string
  language: string
  now: Date
}

/** Takes the wish for a link; whether there is such an account is found out later, out of sight. */
export async function requestSignIn(db: Db, { email, goesTo, language, now }: SignInRequest): Promise<void> {
  await db
    .insertInto('signInRequests')
    .values({ id: unorderedId(), email, goesTo, language, askedAt: now })
    .execute()
}

/** What stands in a letter is read by others in time (ASVS 6.5.5); somebody whose mail is slower has recovery codes and passkeys. */
const LINK_MINUTES = 10
/** Letters an account gets in half an hour, so that nobody can flood another's box. */
const MOST_LINKS = 4
const MOST_WITHIN_MINUTES = 30

/** Answers the waiting requests: a letter for each that has an account, nothing for the others; then all are forgotten. */
export async function answerSignInRequests({ db, clock, house, translators }: JobHouse): Promise<void> {
  const now = clock.now()
  await inTransaction(db, async (tx) => {
    const requests = await tx
      .deleteFrom('signInRequests')
      .returning(['email', 'goesTo', 'language'])
      .execute()
    for (const { email, goesTo, language } of requests) {
      const person = await tx
        .selectFrom('people')
        .select(['id', 'name'])
        .where('email', '=', email)
        .executeTakeFirst()
      if (!person || (await hasEnough(tx, person.id, now))) continue
      const token = await makeSignInLink(tx, { personId: person.id, goesTo, now })
      await writeLetter(tx, letterFor({ email, name: person.name, language, house, translators, token }), now)
    }
  })
}

/** A link that signs a person in once, within ten minutes; answers its secret part, which is kept only as a hash. */
export async function makeSignInLink(
  tx: Tx,
  { personId, goesTo, now }: { personId: string; goesTo: string; now: Date },
): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + LINK_MINUTES * 60_000)
  await tx
    .insertInto('signInLinks')
    .values({ tokenHash: sha256(token), personId, madeAt: now, expiresAt, goesTo })
    .execute()
  return token
}

async function hasEnough(tx: Tx, personId: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - MOST_WITHIN_MINUTES * 60_000)
  const links = await tx
    .selectFrom('signInLinks')
    .select('madeAt')
    .where('personId', '=', personId)
    .where('madeAt', '>', since)
    .execute()
  return links.length >= MOST_LINKS
}

interface LetterParts {
  email: string
  name: string
  language: string
  house: { name: string; baseUrl: string }
  translators: Translators
  token: string
}

function letterFor({ email, name, language, house, translators, token }: LetterParts) {
  const t = translators.for(language)
  const url = `${house.baseUrl}/sign-in/${token}`
  return {
    to: email,
    subject: t(m.linkSubject, { house: house.name }),
    text: t(m.linkText, { name, url, minutes: LINK_MINUTES, house: house.name }),
  }
}
