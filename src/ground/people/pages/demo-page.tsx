import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import type { DemoPerson } from '../demo-sign-in.ts'
import { m } from '../messages.ts'

/** The people of the demonstration, each with a line and a button. */
export function DemoPage({ t, people }: { t: Translate; people: readonly DemoPerson[] }) {
  return (
    <>
      <Head title={t(m.demoTitle)} lead={t(m.demoLead)} actions={<a href="/demo/mail">{t(m.demoMail)}</a>} />
      <RuledList>
        {people.map(({ handle, name, line }) => (
          <Item level={2} title={{ words: name }}>
            <p>
              <bdi>{line}</bdi>
            </p>
            <Form action="/demo/sign-in" hidden={{ person: handle }}>
              <Button kind="second" size="small">
                {t(m.demoSignInAs, { name })}
              </Button>
            </Form>
          </Item>
        ))}
      </RuledList>
    </>
  )
}
