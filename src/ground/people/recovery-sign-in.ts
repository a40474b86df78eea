import { type Answer, done, invalid, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { m } from './messages.ts'
import { RecoveryPage } from './pages/recovery-page.tsx'
import { useRecoveryCode } from './recovery-codes.ts'

export async function showRecovery(x: Exchange): Promise<Answer> {
  return show(x, { html: () => pageOf(x, null), json: () => ({}) })
}

/** A code has so many bits that guessing is hopeless; the route's limit slows it all the same. */
export async function createRecoverySession(x: Exchange): Promise<Answer> {
  const code = typeof x.form.code === 'string' ? x.form.code : ''
  const cookie = await useRecoveryCode(x.db, { code, device: x.device, now: x.now })
  if (!cookie)
    return invalid(x, {
      problem: { id: 'sign-in.wrong-code', title: x.t(m.wrongCode) },
      html: () => pageOf(x, x.t(m.wrongCode)),
    })
  return done(x, { to: '/account', cookies: [cookie], json: () => ({ signed_in: true }) })
}

function pageOf(x: Exchange, wrong: string | null): string {
  return x.page({ title: x.t(m.recoveryTitle), isUnlisted: true, children: RecoveryPage({ t: x.t, wrong }) })
}
