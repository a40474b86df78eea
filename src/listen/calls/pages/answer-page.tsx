import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { AttachmentList } from '#ground/attachments/pages/attachment-list.tsx'
import { StoryLinks } from '#ground/following/pages/story-links.tsx'
import { StoryThread } from '#ground/matters/pages/story-thread.tsx'
import type { Step } from '#ground/matters/story-of.ts'
import type { Asking } from '#ground/notices/askings-of.ts'
import { reasonOf, reasonSaid } from '#ground/translations/pages/translated-reason.tsx'
import type { SaidIn } from '#ground/translations/said-in.ts'
import { Facts } from '#ui/facts/facts.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { answerMessages } from '../answer-messages.ts'
import { pathToCall } from '../call.ts'
import type { SeenAnswer } from '../find-answer.ts'
import { m } from '../messages.ts'
import type { AnswerSteps } from '../themes/answer-steps.ts'
import { AuthorsPart } from './authors-part.tsx'
import { WhatBecame } from './what-became.tsx'
import { WhatWasAnswered } from './what-was-answered.tsx'

export interface AnswerPageProps {
  t: Translate
  now: Date
  answer: SeenAnswer
  became: AnswerSteps
  /** Names of themes and reasons in the reader's language. */
  said: SaidIn
  steps: readonly Step[]
  caseId: string | null
  /** For its author alone. */
  mine: { key: string | null; once: string; asking: Asking | null; done: string | null } | null
}

/** An answer and its story, which is made of links: its call, its themes, what was decided about them. */
export function AnswerPage(props: AnswerPageProps) {
  const { t, now, answer, became, said, steps, mine } = props
  return (
    <>
      {mine?.done && (
        <Notice kind="good" announced>
          <p>{mine.done}</p>
        </Notice>
      )}
      <Head title={t(answerMessages.answerNumber, { number: answer.number })} facts={factsOf(props)} />
      <Section heading={t(answerMessages.whatWasAnswered)}>
        <TheirAnswer t={t} answer={answer} />
      </Section>
      <AttachmentList t={t} attachments={answer.attachments} mayOpen={answer.filesOpen} />
      <WhatBecame t={t} answer={answer} became={became} said={said} />
      {mine && <AuthorsPart t={t} answer={answer} {...mine} />}
      <Section heading={t(m.everyStep)} note={t(m.newestFirst)}>
        <StoryThread
          t={t}
          steps={steps}
          custody={null}
          now={now}
          translated={(step) => ownReasonSaid(props, step)}
        />
      </Section>
      <StoryLinks t={t} matter={{ ...answer, kind: 'answer' }} caseId={props.caseId} />
    </>
  )
}

function ownReasonSaid({ t, answer, said }: AnswerPageProps, step: Step) {
  const own = reasonOf(step)
  return own && reasonSaid(t, own, said(answer.number, own.reason))
}

function factsOf({ t, answer }: AnswerPageProps) {
  return [
    <>
      {t(answerMessages.anAnswerTo)}{' '}
      <a href={pathToCall(answer.call.number)} {...spokenIn(answer.call)}>
        {answer.call.title ?? t(m.untitled)}
      </a>
    </>,
    authorWords(t, answer),
    answer.isFromOfficeHolder && answer.authorName ? t(answerMessages.fromOfficeHolder) : null,
    answer.onBehalfOf && t(answerMessages.onBehalfOf, { unit: answer.onBehalfOf }),
    t(answerMessages.handedInOn, { day: t.day(answer.openedAt) }),
    sourceWords(t, answer),
  ].filter((fact) => fact !== null && fact !== '')
}

/** From whom it came, where its author did not bring it here themselves. */
function sourceWords(t: Translate, { source }: SeenAnswer) {
  if (source === null) return null
  if (source.by === 'import') return t(answerMessages.broughtInFrom, { source: source.name })
  return (
    <>
      {t(answerMessages.broughtBy)} <a href={`/units/${source.slug}`}>{source.name}</a>
    </>
  )
}

/** A title stands in its own language and direction among the reader's words. */
const spokenIn = ({ title, language }: SeenAnswer['call']) =>
  title === null ? {} : { lang: language, dir: directionOf(language) }

function authorWords(t: Translate, { authorship, authorName }: SeenAnswer): string {
  if (authorship === 'anonymous') return t(answerMessages.anonymousAuthor)
  return authorName === null
    ? t(answerMessages.nameNotShown)
    : t(answerMessages.fromAuthor, { author: authorName })
}

function TheirAnswer({ t, answer }: Pick<AnswerPageProps, 't' | 'answer'>) {
  const { withdrawnAt, visibility, wordsShown, words, place } = answer
  const isErased = words.length > 0 && words.every((one) => one.words === null)
  return (
    <>
      {withdrawnAt && (
        <Notice>
          <p>{t(answerMessages.withdrawnOn, { day: t.day(withdrawnAt) })}</p>
        </Notice>
      )}
      {!wordsShown && !withdrawnAt && (
        <Notice>
          <p>{t(whyUnread(visibility))}</p>
        </Notice>
      )}
      {isErased && (
        <Notice>
          <p>{t(answerMessages.wordsErased)}</p>
        </Notice>
      )}
      {wordsShown && <WhatWasAnswered t={t} call={answer.call} answer={answer} />}
      {place && wordsShown && (
        <Facts
          facts={[
            {
              label: t(answerMessages.placeAbout),
              value: <a href={`/units/${place.slug}`}>{place.name}</a>,
              plain: true,
            },
          ]}
        />
      )}
    </>
  )
}

function whyUnread(visibility: string) {
  if (visibility === 'held') return answerMessages.wordsHeld
  return visibility === 'removed' ? answerMessages.wordsRemoved : answerMessages.wordsNotPublished
}
