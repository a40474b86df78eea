import { type Answer, done, problem, seeOther, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { m } from './messages.ts'
import { AccountPage } from './pages/account-page.tsx'
import { CodesPage } from './pages/codes-page.tsx'
import { makeRecoveryCodes } from './recovery-codes.ts'

/** One's own sign-in: sessions, passkeys, recovery codes and tokens, each with its end. */
export async function showAccount(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  if (!person) return seeOther('/sign-in')
  const parts = { person, here: x.session?.id ?? null, ...(await waysToSignIn(x, person.id)) }
  return show(x, {
    html: () =>
      x.page({
        title: x.t(m.accountTitle),
        isUnlisted: true,
        islands: ['passkeys'],
        children: AccountPage({ t: x.t, ...parts }),
      }),
    json: () => parts,
  })
}

async function waysToSignIn({ db, now }: Exchange, personId: string) {
  const [sessions, passkeys, tokens, codesLeft] = await Promise.all([
    db
      .selectFrom('sessions')
      .select(['id', 'device', 'begunAt', 'seenOn'])
      .where('personId', '=', personId)
      .where('expiresAt', '>', now)
      .orderBy('begunAt', 'desc')
      .execute(),
    db
      .selectFrom('passkeys')
      .select(['id', 'name', 'addedAt'])
      .where('personId', '=', personId)
      .orderBy('addedAt')
      .execute(),
    db
      .selectFrom('accessTokens')
      .select(['id', 'name', 'scopes', 'endsAt', 'usedOn'])
      .where('personId', '=', personId)
      .where('revokedAt', 'is', null)
      .where('endsAt', '>', now)
      .orderBy('madeAt')
      .execute(),
    db
      .selectFrom('recoveryCodes')
      .select('id')
      .where('personId', '=', personId)
      .where('usedAt', 'is', null)
      .execute(),
  ])
  return { sessions, passkeys, tokens, codesLeft: codesLeft.length }
}

/** Ends one session, or all the others. */
export async function endOneSession(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  if (!person) return seeOther('/sign-in')
  const { id } = x.params
  const sessions = x.db.deleteFrom('sessions').where('personId', '=', person.id)
  if (id === 'others') await sessions.where('id', '!=', x.session?.id ?? '').execute()
  else if (/^[0-9a-f-]{36}$/.test(id ?? '')) await sessions.where('id', '=', id ?? '').execute()
  else return problem(404, 'not-found', x.t(m.noSuchSession))
  return done(x, { to: '/account', json: () => ({ ended: id }) })
}

/** New recovery codes, shown once; the old ones are worth nothing from now on. */
export async function createRecoveryCodes(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  if (!person) return seeOther('/sign-in')
  const codes = await makeRecoveryCodes(x.db, { personId: person.id, now: x.now })
  return show(x, {
    html: () =>
      x.page({ title: x.t(m.codesTitle), isUnlisted: true, children: CodesPage({ t: x.t, codes }) }),
    json: () => ({ codes }),
    status: 201,
  })
}

export async function removePasskey(x: Exchange): Promise<Answer> {
  const { person } = x.viewer
  if (!person) return seeOther('/sign-in')
  const { id } = x.params
  if (/^[0-9a-f-]{36}$/.test(id ?? ''))
    await x.db
      .deleteFrom('passkeys')
      .where('personId', '=', person.id)
      .where('id', '=', id ?? '')
      .execute()
  return done(x, { to: '/account', json: () => ({ removed: id }) })
}
