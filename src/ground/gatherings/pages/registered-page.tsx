import type { Translate } from '#core/i18n/translate.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Head } from '#ui/head/head.tsx'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Section } from '#ui/section/section.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Gathering } from '../find-gathering.ts'
import type { registeredFor } from '../find-registration.ts'
import { NEEDS_NAMED } from '../input.ts'
import { m } from '../messages.ts'
import { needWords } from '../need-words.ts'
import { registrationMessages as r } from '../registration-messages.ts'

interface RegisteredPageProps {
  t: Translate
  gathering: Gathering
  registered: Awaited<ReturnType<typeof registeredFor>>
}

/** Who comes, who waits, and what to prepare. */
export function RegisteredPage({ t, gathering, registered }: RegisteredPageProps) {
  const counted = NEEDS_NAMED.map((need) => ({
    need,
    count: registered.filter(({ needsNamed }) => needsNamed.includes(need)).length,
  })).filter(({ count }) => count > 0)
  return (
    <>
      <Head
        title={t.around(r.registeredTitle, {
          title: <InLanguage lang={gathering.language}>{gathering.title}</InLanguage>,
        })}
        lead={t(r.registeredLead)}
      />
      {registered.length === 0 && <Empty title={t(r.nobody)} />}
      {counted.length > 0 && (
        <Section heading={t(r.needsInAll)}>
          <Facts
            facts={counted.map(({ need, count }) => ({ label: needWords(t, need), value: t.number(count) }))}
          />
        </Section>
      )}
      {registered.length > 0 && (
        <Table
          folds
          hideCaption
          caption={t(m.seeRegistered)}
          columns={[r.whoColumn, r.stateColumn, r.needsColumn, r.addressColumn].map((heading) => ({
            heading: t(heading),
          }))}
          rows={registered.map(({ name, placeSince, needs, needsNamed, email }) => ({
            cells: [
              <bdi>{name}</bdi>,
              t(placeSince ? r.placed : r.waits),
              [...needsNamed.map((need) => needWords(t, need)), needs].filter(Boolean).join('; '),
              <bdi>{email}</bdi>,
            ],
          }))}
        />
      )}
    </>
  )
}
