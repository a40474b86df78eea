import type { Translate } from '#core/i18n/translate.ts'
import { Head } from '#ui/head/head.tsx'
import { Section } from '#ui/section/section.tsx'
import { m } from '../messages.ts'
import { sessionMessages as s } from '../session-messages.ts'
import { KeptForm, type KeptFormPageProps } from './kept-form-page.tsx'
import { PasskeyButton } from './passkey-button.tsx'

interface ShowPasskeyPageProps {
  t: Translate
  hasPasskey: boolean
  /** Where to go on. */
  to: string
  /** A form that was sent while the role rested. */
  kept: Omit<KeptFormPageProps, 't' | 'signIn'> | null
}

/** Before something grave is done in a role: the passkey, or how to come by one, or what to do without. */
export function ShowPasskeyPage({ t, hasPasskey, to, kept }: ShowPasskeyPageProps) {
  return (
    <>
      <Head
        title={t(hasPasskey ? s.showPasskeyTitle : s.makePasskeyTitle)}
        lead={t(hasPasskey ? s.showPasskeyLead : s.makePasskeyLead)}
      />
      {hasPasskey ? (
        <PasskeyButton act="prove" words={t(s.showPasskey)} failed={t(s.showPasskeyFailed)} to={to} />
      ) : (
        <PasskeyButton act="add" words={t(m.addPasskey)} failed={t(m.passkeyRefused)} to={to} />
      )}
      {kept && (
        <Section heading={t(s.keptSend)}>
          <KeptForm t={t} {...kept} />
        </Section>
      )}
      <Section heading={t(s.noPasskeyHere)}>
        <p>{t(s.noButton)}</p>
        {hasPasskey && (
          <>
            <p>{t(s.passkeyLost)}</p>
            <p>
              <a href="/sign-in/recovery">{t(m.useRecoveryCode)}</a>
            </p>
          </>
        )}
      </Section>
    </>
  )
}
