import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { noonOf } from '#core/time/days.ts'
import { StoryLinks } from '#ground/following/pages/story-links.tsx'
import { FormsLink } from '#ground/forms/pages/forms-link.tsx'
import { StoryThread } from '#ground/matters/pages/story-thread.tsx'
import type { OpenCustody, Step } from '#ground/matters/story-of.ts'
import type { NoticeInForce } from '#ground/notices/notice-in-force.ts'
import { NoticeLine } from '#ground/notices/pages/notice-line.tsx'
import { OtherLanguages, TranslatedNote } from '#ground/translations/pages/translated.tsx'
import { reasonIn } from '#ground/translations/pages/translated-reason.tsx'
import { Button } from '#ui/button/button.tsx'
import { Head } from '#ui/head/head.tsx'
import { Live } from '#ui/live/live.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import { Words } from '#ui/words/words.tsx'
import { pathToCall, stateOf } from '../call.ts'
import type { CallToRead } from '../call-in-language.ts'
import type { HeldCount } from '../counts.ts'
import { m } from '../messages.ts'
import { linksOn } from '../ways-in.ts'
import { CallNow } from './call-now.tsx'
import { QuestionsAsked } from './questions-asked.tsx'

export interface CallPageProps extends CallToRead {
  t: Translate
  now: Date
  /** Its further forms, by name with commas between. */
  forms: string
  received: number
  held: readonly HeldCount[]
  steps: readonly Step[]
  custody: OpenCustody | null
  notice: NoticeInForce | null
  /** The newest case about its words. */
  caseId: string | null
  /** The reader is a clerk of its body. */
  mayKeep: boolean
}

/** A call: the promise stands before anything can be answered. */
export function CallPage(props: CallPageProps) {
  const { t, now, call, original, translated } = props
  const direction = directionOf(call.language)
  return (
    <>
      <Head
        title={call.title ?? t(m.untitled)}
        lang={call.title === null ? undefined : call.language}
        dir={call.title === null ? undefined : direction}
        facts={[t(m.callNumber, { number: call.number }), t(m.askedBy, { body: call.body.name })]}
        actions={
          stateOf(call, now) === 'open' ? (
            <Button href={`${pathToCall(call.number)}/answer`}>{t(m.answerIt)}</Button>
          ) : undefined
        }
      />
      {translated.matter && <TranslatedNote t={t} shown={translated.matter} from={original} />}
      <Live topic={`call:${call.number}`} changed={t(m.callChanged)}>
        <CallNow {...props} />
      </Live>
      <WhatIsPromised {...props} />
      {call.about !== '' && (
        <Section heading={t(m.whyWeAsk)}>
          <Words words={call.about} format="light" lang={call.language} dir={direction} />
        </Section>
      )}
      <Section heading={t(m.whatIsAsked)}>
        <QuestionsAsked t={t} call={call} />
      </Section>
      <WaysToAnswer {...props} />
      <Parts {...props} />
      <Section heading={t(m.everyStep)} note={t(m.newestFirst)}>
        <StoryThread
          t={t}
          steps={props.steps}
          custody={props.custody}
          now={now}
          translated={(step) => reasonIn(t, step, translated)}
        />
      </Section>
      <StoryLinks t={t} matter={{ ...call, kind: 'call' }} caseId={props.caseId} />
      <p class="small line">
        <OtherLanguages t={t} number={call.number} languages={translated.languages} />
        <FormsLink t={t} number={call.number} present={props.forms} />
      </p>
    </>
  )
}

/** What will be done with the answers, by when and by whom, and what may be done with the words. */
export function WhatIsPromised({ t, call, notice }: Pick<CallPageProps, 't' | 'call' | 'notice'>) {
  return (
    <Section heading={t(m.promiseHeading)}>
      <Said lang={call.language} dir={directionOf(call.language)}>
        {call.promise}
      </Said>
      <p>{t(m.promisedBy, { body: call.body.name, day: t.day(noonOf(call.promisedOn)) })}</p>
      {notice && <NoticeLine t={t} notice={notice} />}
    </Section>
  )
}

function WaysToAnswer({ t, now, call }: CallPageProps) {
  const ways = linksOn(call, 'ways', now)
  const isOpen = stateOf(call, now) === 'open'
  if (!isOpen && ways.length === 0) return null
  return (
    <Section heading={t(m.waysHeading)}>
      <ul>
        {isOpen && (
          <li>
            <a href={`${pathToCall(call.number)}/answer`}>{t(m.answerOnPage)}</a>
          </li>
        )}
        {ways.map(({ label, explanation, href }) => (
          <li>
            <a href={href}>{t(label)}</a> {explanation && <span class="quiet">{t(explanation)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Parts({ t, now, call, mayKeep }: CallPageProps) {
  const parts = linksOn(call, 'parts', now)
  const work = mayKeep ? linksOn(call, 'work', now) : []
  if (parts.length + work.length === 0 && !mayKeep) return null
  return (
    <Section heading={t(m.partsHeading)}>
      <ul>
        {[...parts, ...work].map(({ label, href }) => (
          <li>
            <a href={href}>{t(label)}</a>
          </li>
        ))}
        {mayKeep && stateOf(call, now) !== 'finished' && (
          <li>
            <a href={`${pathToCall(call.number)}/extension`}>{t(m.keepOpen)}</a>
          </li>
        )}
      </ul>
      {mayKeep && (
        <Notice>
          <p>{t(m.keptByYou, { body: call.body.name })}</p>
        </Notice>
      )}
    </Section>
  )
}
