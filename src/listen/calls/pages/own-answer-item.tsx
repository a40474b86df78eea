import type { Translate } from '#core/i18n/translate.ts'
import { noonOf } from '#core/time/days.ts'
import { titleToRead } from '#ground/translations/pages/translated.tsx'
import type { TranslatedTitle } from '#ground/translations/translations-of.ts'
import { Mark } from '#ui/mark/mark.tsx'
import { Item } from '#ui/ruled-list/ruled-list.tsx'
import { answerMessages as m } from '../answer-messages.ts'
import { pathToAnswer } from '../call.ts'
import { m as callMessages } from '../messages.ts'
import type { OwnAnswer, OwnChoice } from '../own-answers.ts'
import { m as themeMessages } from '../themes/messages.ts'
import { OutcomeMark } from '../themes/pages/theme-words.tsx'

interface OwnAnswerItemProps {
  t: Translate
  answer: OwnAnswer
  /** Titles of calls and names of themes in the reader's language, by their id. */
  titles: ReadonlyMap<string, TranslatedTitle>
}

/** One answer in its author's own list: to which call, by when what, and what was decided about it. */
export function OwnAnswerItem({ t, answer, titles }: OwnAnswerItemProps) {
  const { number, openedAt, call, bodyName, choices, awaits } = answer
  const path = pathToAnswer(number)
  const title = titleToRead(t, { ...call, translated: titles.get(call.id) })
  const isWaiting = answer.withdrawnAt === null && choices.length === 0
  return (
    <Item
      level={2}
      kind={t(m.answerNumber, { number })}
      title={{ words: title.words ?? t(callMessages.untitled), href: path, lang: title.lang, dir: title.dir }}
      mark={<StateMark t={t} answer={answer} />}
      facts={[
        t(m.readWithTheCall, { body: bodyName }),
        isWaiting && t(m.answerDue, { day: dayOf(t, call.promisedOn) }),
        t(m.handedInOn, { day: t.day(openedAt) }),
        ...title.facts,
      ].filter((fact) => fact !== false)}
      action={
        awaits && (
          <p>
            <a href={`${path}#yours`}>{t(m.awaitsAgreement)}</a>
          </p>
        )
      }
    >
      {choices.length > 0 && (
        <ul class="bare">
          {choices.map((choice) => (
            <li class="line">
              <OutcomeMark t={t} decision={choice} />
              <WhatItIsAbout t={t} choice={choice} titles={titles} />
              <span class="quiet">{t.day(choice.decidedAt)}</span>
            </li>
          ))}
        </ul>
      )}
    </Item>
  )
}

function StateMark({ t, answer }: Pick<OwnAnswerItemProps, 't' | 'answer'>) {
  const { withdrawnAt, visibility, choices } = answer
  if (withdrawnAt) return <Mark status="withdrawn">{t(m.stateWithdrawn)}</Mark>
  if (visibility === 'held') return <Mark status="held">{t(m.stateHeld)}</Mark>
  if (visibility === 'removed') return <Mark status="removed">{t(m.stateRemoved)}</Mark>
  return choices.length === 0 ? <Mark status="received">{t(m.stateReceived)}</Mark> : null
}

/** The theme that was decided about, by the name people gave it; or this answer alone. */
function WhatItIsAbout({ t, choice, titles }: WhatItIsAboutProps) {
  const { theme } = choice
  if (theme === null) return <span>{t(m.aboutThisOne)}</span>
  const { words, lang, dir } = titleToRead(t, {
    ...theme,
    title: theme.name,
    translated: titles.get(theme.id),
  })
  return (
    <a href={`/themes/${theme.number}`} lang={lang} dir={dir}>
      {words ?? t(themeMessages.unnamed, { number: theme.number })}
    </a>
  )
}

interface WhatItIsAboutProps extends Pick<OwnAnswerItemProps, 't' | 'titles'> {
  choice: OwnChoice
}

const dayOf = (t: Translate, day: string) => t.day(noonOf(day))
