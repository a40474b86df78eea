import type { Translate } from '#core/i18n/translate.ts'
import { Notice } from '#ui/notice/notice.tsx'
import { Quote } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import { letterMessages as m } from '../letter-messages.ts'
import type { Letter } from '../letters-of.ts'
import { ActForm, ActWords } from './author-forms.tsx'
import type { AuthorPartProps } from './author-part.tsx'

/** The author's letters with the clerk, and the box to write one. */
export function LettersPart(props: AuthorPartProps) {
  const { t, facts, submission } = props
  const body = facts.open?.bodyName ?? facts.last?.bodyName ?? ''
  return (
    <Section heading={t(m.lettersHeading)} note={t(m.lettersNote)} id="letters">
      <LetterList
        t={t}
        letters={facts.letters}
        author={t(m.fromYou)}
        isCoarse={submission.authorship === 'anonymous'}
      />
      <ActForm {...props} act="letters" button={t(m.letterSend)}>
        <ActWords
          {...props}
          act="letters"
          name="words"
          label={t(m.letterLabel)}
          hint={t(m.letterHint, { body })}
          rows={5}
        />
      </ActForm>
    </Section>
  )
}

interface LetterListProps {
  t: Translate
  letters: readonly Letter[]
  /** How the author is called on this page. */
  author: string
  /** Days alone: the hour of an anonymous letter is not told. */
  isCoarse: boolean
}

/** Letters of both, oldest first. */
export function LetterList({ t, letters, author, isCoarse }: LetterListProps) {
  if (letters.length === 0)
    return (
      <Notice icon="mail">
        <p>{t(m.lettersNone)}</p>
      </Notice>
    )
  return (
    <>
      {letters.map(({ words, fromBody, writtenAt }) => {
        const who = fromBody === null ? author : t(m.fromBody, { body: fromBody })
        const by = isCoarse
          ? t(m.writtenDay, { who, day: t.day(writtenAt) })
          : t(m.writtenOn, { who, moment: t.moment(writtenAt) })
        return (
          <Quote by={by} dir="auto">
            {words}
          </Quote>
        )
      })}
    </>
  )
}
