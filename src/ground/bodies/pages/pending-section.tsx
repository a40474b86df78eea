import { directionOf } from '#core/i18n/languages.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import { outcomeWords } from '#ground/matters/outcome-words.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { deskPageMessages as m } from '../desk-messages.ts'
import type { DeskPageProps } from './desk-page.tsx'

/** Decisions that can still be taken back. */
export function PendingSection({ t, pending, once }: DeskPageProps) {
  return (
    <Section heading={t(m.pendingHeading)} note={t(m.pendingNote)}>
      <RuledList label={t(m.pendingHeading)}>
        {pending.map(({ number, path, title, language, outcome, announceAt, decidedBy }) => (
          <Item
            title={{
              words: title ?? t(deskMessages.untitled),
              href: path,
              lang: language,
              dir: directionOf(language),
            }}
          >
            <p class="small quiet">
              {number}:{' '}
              {t(m.pendingFacts, {
                outcome: outcomeWords(t, outcome),
                time: t.moment(announceAt),
                name: decidedBy,
              })}
            </p>
            <Form
              action={`${path}/decision/withdrawal`}
              hidden={{ once }}
              label={t(m.takeBackNumber, { number })}
            >
              <Button kind="second" size="small">
                {t(m.takeBack)}
              </Button>
            </Form>
          </Item>
        ))}
      </RuledList>
    </Section>
  )
}

/** Matters that another body wishes to pass back, which this one reviews. */
export function ReturnsSection({ t, body, returns, once }: DeskPageProps) {
  return (
    <Section heading={t(m.returnsHeading)}>
      <RuledList label={t(m.returnsHeading)}>
        {returns.map((wish) => (
          <Item title={{ words: wish.title ?? t(deskMessages.untitled), href: pathTo(wish) }}>
            <p class="small quiet">
              {wish.number}: {t(m.returnWish, { from: wish.fromBody, to: wish.toBody })}
            </p>
            <Said lang={wish.language} dir={directionOf(wish.language)}>
              {wish.reason}
            </Said>
            <Form
              action={`/bodies/${body.slug}/agreements`}
              hidden={{ once, request: wish.id }}
              label={t(m.agreeNumber, { number: wish.number })}
            >
              <Button kind="second" size="small">
                {t(m.agree)}
              </Button>
            </Form>
          </Item>
        ))}
      </RuledList>
    </Section>
  )
}
