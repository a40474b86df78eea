import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { daysBetween } from '#core/time/days.ts'
import { TranslatedWords } from '#ground/translations/pages/translated.tsx'
import type { Shown } from '#ground/translations/translations-of.ts'
import { Mark } from '#ui/mark/mark.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { PromiseClock } from '#ui/promise-clock/promise-clock.tsx'
import { Words } from '#ui/words/words.tsx'
import { deskMessages as m } from '../desk-messages.ts'
import { kindTitle } from '../kinds.ts'
import type { MatterInHand } from '../matter-in-hand.ts'
import { m as matterMessages } from '../messages.ts'
import { daysOver, isDueSoon } from '../rules.ts'

/** The clock of a matter in a word: "3 days over", "9 days left". */
export function DueMark({
  t,
  now,
  custody,
}: {
  t: Translate
  now: Date
  custody: { receivedAt: Date; dueAt: Date; consideredAt?: Date | null }
}) {
  const over = daysOver(custody.dueAt, now)
  if (over > 0) return <Mark status="overdue">{t(m.daysOver, { days: over })}</Mark>
  const words = t(m.daysLeft, { days: daysBetween(now, custody.dueAt) })
  if (isDueSoon(custody, now)) return <Mark status="due-soon">{words}</Mark>
  return <Mark status={custody.consideredAt ? 'considered' : 'received'}>{words}</Mark>
}

/** The same as ticks. */
export function DueClock({
  t,
  now,
  custody,
}: {
  t: Translate
  now: Date
  custody: { receivedAt: Date; dueAt: Date }
}) {
  const day = daysBetween(custody.receivedAt, now) + 1
  const promised = Math.max(1, daysBetween(custody.receivedAt, custody.dueAt))
  return (
    <PromiseClock
      size="small"
      day={day}
      promisedDays={promised}
      label={t(m.dayOf, { day, days: promised })}
    />
  )
}

export interface MatterWordsProps {
  t: Translate
  now: Date
  matter: MatterInHand
  /** What of it can be read in the clerk's language. */
  translated: Shown | null
}

/** Title, facts and words of the matter that is open on the desk. */
export function MatterWords({ t, now, matter, translated }: MatterWordsProps) {
  const { language, custody } = matter
  const kind = kindTitle(matter.kind)
  return (
    <>
      <header class="stack tight">
        <p class="line">
          <DueMark t={t} now={now} custody={custody} />
          <span class="quiet">{t(m.dueBy, { day: t.day(custody.dueAt) })}</span>
        </p>
        <h2 lang={matter.title ? language : undefined} dir={matter.title ? directionOf(language) : undefined}>
          {matter.title ?? t(m.untitled)}
        </h2>
        <p class="small line quiet">
          <span>{t(m.kindAndNumber, { kind: kind ? t(kind) : matter.kind, number: matter.number })}</span>
          <span>{matter.unitName}</span>
          <span>{authorOf(t, matter)}</span>
          <span>{t(m.handedInOn, { day: t.day(matter.openedAt) })}</span>
          {custody.consideredAt && <span>{t(matterMessages.beingConsidered)}</span>}
        </p>
        <p class="small line">
          <a href={matter.path}>{t(m.publicStory)}</a>
        </p>
      </header>
      {matter.visibility === 'held' && (
        <Notice kind="soon">
          <p>{t(m.heldFromPublic)}</p>
        </Notice>
      )}
      {matter.words === null ? (
        <Notice>
          <p>{t(matterMessages.wordsGone)}</p>
        </Notice>
      ) : (
        <InClerksLanguage t={t} original={{ ...matter, words: matter.words }} translated={translated} />
      )}
    </>
  )
}

interface InClerksLanguageProps {
  t: Translate
  original: { words: string; format: string; language: string }
  translated: Shown | null
}

/** The translation first, with its title, and the original to be opened; without one the words as they are. */
function InClerksLanguage({ t, original, translated }: InClerksLanguageProps) {
  const { words, format, language } = original
  if (!translated) return <Words words={words} format={format} lang={language} dir={directionOf(language)} />
  return (
    <>
      <h3 lang={translated.language} dir={directionOf(translated.language)}>
        {translated.parts.get('title')?.words}
      </h3>
      <TranslatedWords t={t} shown={translated} part="words" original={original} under={3} />
    </>
  )
}

export function authorOf(t: Translate, { by, authorship }: Pick<MatterInHand, 'by' | 'authorship'>): string {
  if (by !== null) return by
  if (authorship === 'anonymous') return t(m.anonymous)
  return t(authorship === 'withheld' ? m.nameWithheld : m.noName)
}
