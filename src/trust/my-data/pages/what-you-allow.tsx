import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import type { FollowedStory } from '../allowed.ts'
import { m } from '../messages.ts'

/** Each consent with its end beside it. */
export function WhatYouAllow({ t, followed }: { t: Translate; followed: readonly FollowedStory[] }) {
  return (
    <Section heading={t(m.allowed)} note={t(m.allowedNote)}>
      {followed.length === 0 && <p>{t(m.allowedNone)}</p>}
      <RuledList>
        {followed.map(({ number, title, language, path, since, stop }) => (
          <Item
            title={{ words: t(m.followsStory, { number }), href: path }}
            facts={[
              title !== null && (
                <span lang={language} dir={directionOf(language)}>
                  {title}
                </span>
              ),
              since ? t(m.since, { day: t.day(since) }) : t(m.waitsForConfirmation),
            ].filter((fact) => fact !== false)}
          >
            <Form action={stop}>
              <p>
                <Button kind="second" size="small">
                  {t(m.stop)}
                </Button>
              </p>
            </Form>
          </Item>
        ))}
      </RuledList>
    </Section>
  )
}
