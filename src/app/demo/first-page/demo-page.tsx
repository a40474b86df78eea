import type { Translate } from '#core/i18n/translate.ts'
import { m as people } from '#ground/people/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { SearchField } from '#ui/field/fields.tsx'
import { Form } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { m } from '../walks/messages.ts'
import { walks } from '../walks/walks.ts'
import type { DemoPerson } from './demo-people.ts'

export interface DemoPageProps {
  t: Translate
  shown: readonly DemoPerson[]
  /** All one can be. */
  count: number
  wanted: string
}

export function DemoPage({ t, shown, count, wanted }: DemoPageProps) {
  return (
    <>
      <Head
        title={t(people.demoTitle)}
        lead={t(m.lead)}
        actions={<a href="/demo/mail">{t(people.demoMail)}</a>}
      />
      <Section heading={t(m.walks)}>
        <RuledList>
          {walks.map(({ slug, title, lead }) => (
            <Item title={{ words: t(title), href: `/demo/walks/${slug}` }}>{t(lead)}</Item>
          ))}
        </RuledList>
      </Section>
      <Section heading={t(m.people)} note={t(m.peopleNote, { count })} id="people">
        <Form action="/demo#people" method="get" role="search" label={t(m.find)}>
          <SearchField
            name="q"
            label={t(m.find)}
            hint={t(m.findHint)}
            value={wanted}
            button={t(m.findButton)}
          />
        </Form>
        {shown.length === 0 && <Empty title={t(m.nobodyFound)} />}
        <RuledList>
          {shown.map((person) => (
            <Somebody t={t} person={person} />
          ))}
        </RuledList>
        {shown.length < count && (
          <p>
            <a href="/demo?all=1#people">{t(m.everybody)}</a>
          </p>
        )}
      </Section>
    </>
  )
}

function Somebody({ t, person: { handle, name, line, unit } }: { t: Translate; person: DemoPerson }) {
  return (
    <Item title={{ words: name }} facts={unit === null ? [] : [unit]}>
      <p>
        <InLanguage lang="en">{line}</InLanguage>
      </p>
      <Form action="/demo/sign-in" hidden={{ person: handle }}>
        <Button kind="second" size="small">
          {t(m.be, { name })}
        </Button>
      </Form>
    </Item>
  )
}
