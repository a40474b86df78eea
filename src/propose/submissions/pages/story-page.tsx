import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { languageName } from '#core/i18n/written-languages.ts'
import type { Attached } from '#ground/attachments/attachments-of.ts'
import { AttachmentList } from '#ground/attachments/pages/attachment-list.tsx'
import { StoryLinks } from '#ground/following/pages/story-links.tsx'
import { FormsLink } from '#ground/forms/pages/forms-link.tsx'
import { CameFromAndLedTo } from '#ground/matters/pages/came-from.tsx'
import { StoryState } from '#ground/matters/pages/story-state.tsx'
import { StoryThread } from '#ground/matters/pages/story-thread.tsx'
import type { Provenance } from '#ground/matters/provenance-of.ts'
import type { OpenCustody, Step } from '#ground/matters/story-of.ts'
import { OtherLanguages, TranslatedWords } from '#ground/translations/pages/translated.tsx'
import { reasonIn } from '#ground/translations/pages/translated-reason.tsx'
import type { Translated } from '#ground/translations/translations-of.ts'
import { Head } from '#ui/head/head.tsx'
import { Live } from '#ui/live/live.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { Words } from '#ui/words/words.tsx'
import type { AuthorFacts } from '../author-facts.ts'
import { authorMessages } from '../author-messages.ts'
import type { Submission } from '../find-submission.ts'
import { KIND_MESSAGES, m } from '../messages.ts'
import { AuthorPart } from './author-part.tsx'

export interface StoryPageProps {
  t: Translate
  now: Date
  submission: Submission
  steps: readonly Step[]
  custody: OpenCustody | null
  provenance: Provenance
  /** Its files, while its words may be read. */
  attachments: readonly Attached[]
  /** The newest case about its words. */
  caseId: string | null
  /** What of it can be read in the reader's language. */
  translated: Translated
  /** Its further forms, by name with commas between. */
  forms: string
  /** For its author, signed in: what only they see. */
  mine: { facts: AuthorFacts; once: string; done: string | null } | null
}

/** Where it is now, its author's words, and every step, newest first. */
export function StoryPage(props: StoryPageProps) {
  const { t, now, submission, provenance, mine } = props
  return (
    <>
      {mine?.done && (
        <Notice kind="good" announced>
          <p>{mine.done}</p>
        </Notice>
      )}
      <Head {...titleOf(props)} facts={factsOf(props)} />
      <Live topic={`story:${submission.number}`} changed={t(m.storyChanged)}>
        <StoryNow {...props} />
      </Live>
      <AttachmentList t={t} attachments={props.attachments} />
      <CameFromAndLedTo
        t={t}
        provenance={provenance}
        wholeWay={`/submissions/${submission.number}/provenance`}
      />
      {mine && <Mine {...props} mine={mine} />}
      <StoryLinks t={t} matter={submission} caseId={props.caseId} />
      {submission.visibility === 'public' && (
        <p class="small line">
          <OtherLanguages t={t} number={submission.number} languages={props.translated.languages} />
          <FormsLink t={t} number={submission.number} present={props.forms} />
        </p>
      )}
      <p class="small quiet">{t(m.readAt, { moment: t.moment(now) })}</p>
    </>
  )
}

function Mine({ t, now, submission, mine }: StoryPageProps & { mine: NonNullable<StoryPageProps['mine']> }) {
  return (
    <div id="yours">
      <Section heading={t(authorMessages.yourPart)}>
        <p>{t(authorMessages.yourPartNote)}</p>
      </Section>
      <AuthorPart
        t={t}
        now={now}
        submission={submission}
        facts={mine.facts}
        followUpKey={null}
        once={mine.once}
        trouble={null}
      />
    </div>
  )
}

type StoryNowProps = Pick<StoryPageProps, 't' | 'now' | 'submission' | 'steps' | 'custody' | 'translated'>

/** The part that changes under the reader's eyes. */
export function StoryNow({ t, now, submission, steps, custody, translated }: StoryNowProps) {
  return (
    <>
      <StoryState t={t} now={now} custody={custody} closing={submission} />
      <TheirWords t={t} submission={submission} translated={translated} />
      <Section heading={t(m.everyStep)} note={t(m.newestFirst)}>
        <StoryThread
          t={t}
          steps={steps}
          custody={custody}
          now={now}
          translated={(step) => reasonIn(t, step, translated)}
        />
      </Section>
    </>
  )
}

function TheirWords({ t, submission, translated }: Pick<StoryPageProps, 't' | 'submission' | 'translated'>) {
  const { language, words, format, visibility } = submission
  return (
    <Section heading={t(m.inTheirWords)}>
      {words === null ? (
        <Notice>
          <p>{t(visibility === 'held' ? m.wordsHeld : m.wordsRemoved)}</p>
        </Notice>
      ) : translated.matter ? (
        <TranslatedWords
          t={t}
          shown={translated.matter}
          part="words"
          original={{ words, format, language }}
        />
      ) : (
        <Words words={words} format={format} lang={language} dir={directionOf(language)} />
      )}
    </Section>
  )
}

/** In the reader's language where there is one; the original then stands first among the facts. */
function titleOf({ t, submission: { title, language }, translated }: StoryPageProps) {
  if (title === null) return { title: t(m.untitled) }
  const into = translated.matter?.parts.get('title')
  if (into) return { title: into.words, lang: t.language, dir: directionOf(t.language) }
  return { title, lang: language, dir: directionOf(language) }
}

function factsOf({ t, submission, translated }: StoryPageProps) {
  const kind = kindOf(submission.kind)
  return [
    submission.title !== null && translated.matter ? (
      <span lang={submission.language} dir={directionOf(submission.language)}>
        {submission.title}
      </span>
    ) : null,
    t(m.storyNumber, {
      kind: kind ? t(KIND_MESSAGES[kind].name) : submission.kind,
      number: submission.number,
    }),
    // While the words are hidden so is the name: it would read as "gave no name".
    submission.title === null && submission.authorship === 'named'
      ? null
      : t(m.from, { author: authorOf(t, submission) }),
    submission.onBehalfOf && t(m.onBehalfOf, { unit: submission.onBehalfOf }),
    t(m.handedInOn, { day: t.day(submission.openedAt) }),
    submission.words !== null && submission.languageFrom !== 'author'
      ? t(m.languageIsGuessed, { language: languageName(submission.language, t.language) })
      : null,
  ].filter((fact) => fact !== null)
}

const kindOf = (kind: string) =>
  Object.hasOwn(KIND_MESSAGES, kind) ? (kind as keyof typeof KIND_MESSAGES) : null

function authorOf(t: Translate, { authorship, authorName }: Submission): string {
  if (authorship === 'anonymous') return t(m.anonymousAuthor)
  return authorName ?? t(authorship === 'withheld' ? m.nameWithheld : m.noName)
}
