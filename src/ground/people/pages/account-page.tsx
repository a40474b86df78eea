import type { Person } from '#core/access/viewer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { m } from '../messages.ts'
import { PasskeyButton } from './passkey-button.tsx'

export interface AccountPageProps {
  t: Translate
  person: Person
  sessions: readonly { id: string; device: string; begunAt: Date; seenOn: string }[]
  /** The session this page is read in. */
  here: string | null
  passkeys: readonly { id: string; name: string; addedAt: Date }[]
  tokens: readonly { id: string; name: string; scopes: string[]; endsAt: Date; usedOn: string | null }[]
  codesLeft: number
}

/** How one signs in, where one is signed in, and a way to end each. */
export function AccountPage(props: AccountPageProps) {
  const { t, person } = props
  return (
    <>
      <Head title={t(m.accountTitle)} facts={[person.name, <span dir="ltr">{person.email}</span>]} />
      <Sessions {...props} />
      <Section heading={t(m.passkeys)} note={t(m.passkeysNote)}>
        <RuledList>
          {props.passkeys.map(({ id, name, addedAt }) => (
            <Item
              title={{ words: name }}
              facts={[t(m.since, { day: t.day(addedAt) })]}
              action={<Ending action={`/account/passkeys/${id}/removal`} words={t(m.remove)} />}
            />
          ))}
        </RuledList>
        <PasskeyButton act="add" words={t(m.addPasskey)} failed={t(m.passkeyRefused)} />
      </Section>
      <Section heading={t(m.codesTitle)} note={t(m.codesNote)}>
        <p>{t(m.codesLeft, { count: props.codesLeft })}</p>
        <Ending action="/account/recovery-codes" words={t(m.makeCodes)} />
      </Section>
      <Tokens {...props} />
    </>
  )
}

function Sessions({ t, sessions, here }: AccountPageProps) {
  return (
    <Section heading={t(m.sessions)} note={t(m.sessionsNote)}>
      <RuledList>
        {sessions.map(({ id, device, begunAt }) => (
          <Item
            title={{ words: device }}
            facts={[t(m.since, { day: t.day(begunAt) }), id === here && t(m.thisDevice)].filter(
              (fact) => fact !== false,
            )}
            action={id !== here && <Ending action={`/account/sessions/${id}/end`} words={t(m.endSession)} />}
          />
        ))}
      </RuledList>
      {sessions.length > 1 && <Ending action="/account/sessions/others/end" words={t(m.endOthers)} />}
    </Section>
  )
}

function Tokens({ t, tokens }: AccountPageProps) {
  return (
    <Section heading={t(m.tokens)} note={t(m.tokensNote)}>
      <RuledList>
        {tokens.map(({ id, name, scopes, endsAt }) => (
          <Item
            title={{ words: name }}
            facts={[<code dir="ltr">{scopes.join(' ')}</code>, t(m.until, { day: t.day(endsAt) })]}
            action={<Ending action={`/account/tokens/${id}/revocation`} words={t(m.revoke)} />}
          />
        ))}
      </RuledList>
      <p>
        <a href="/account/tokens/new">{t(m.newToken)}</a>
      </p>
    </Section>
  )
}

function Ending({ action, words }: { action: string; words: string }) {
  return (
    <Form action={action}>
      <p>
        <Button kind="second" size="small">
          {words}
        </Button>
      </p>
    </Form>
  )
}
