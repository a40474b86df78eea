import { directionOf } from '#core/i18n/languages.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import type { Step } from '#ground/matters/story-of.ts'
import type { Translated } from '#ground/translations/translations-of.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { authorMessages as m } from '../author-messages.ts'
import { m as submissionMessages } from '../messages.ts'
import { AuthorPart, type AuthorPartProps } from './author-part.tsx'
import { StoryNow } from './story-page.tsx'

export interface AuthorPageProps extends AuthorPartProps {
  steps: readonly Step[]
  /** What of it can be read in the reader's language. */
  translated: Translated
  /** What was just done, in a sentence. */
  done: string | null
}

/** The author's own page: the story as everybody sees it, then what only they see. Kept by no browser. */
export function AuthorPage(props: AuthorPageProps) {
  const { t, submission, done, trouble, facts } = props
  const { number, title, language } = submission
  return (
    <>
      <Head
        title={title ?? t(submissionMessages.untitled)}
        lang={title === null ? undefined : language}
        dir={title === null ? undefined : directionOf(language)}
        facts={[
          t(m.authorTitle, { number }),
          <a href={`/submissions/${number}`}>{t(m.publicStory)}</a>,
          t(m.yourPartNote),
        ]}
      />
      {done !== null && (
        <Notice kind="good" announced>
          <p>{done}</p>
        </Notice>
      )}
      {trouble && (
        <ErrorSummary
          title={t(deskMessages.notRightYet, { count: trouble.problems.length })}
          problems={trouble.problems.map(({ field, message }) => ({
            field: `${trouble.act}-${field}`,
            message,
          }))}
        >
          {t(deskMessages.nothingRecorded)}
        </ErrorSummary>
      )}
      <StoryNow {...props} custody={facts.open} />
      <AuthorPart {...props} />
    </>
  )
}
