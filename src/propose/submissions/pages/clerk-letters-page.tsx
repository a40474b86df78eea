import type { FieldProblem } from '#core/http/answer.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { deskMessages } from '#ground/matters/desk-messages.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { keptIn } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { letterMessages as m } from '../letter-messages.ts'
import type { Letter } from '../letters-of.ts'
import { LetterList } from './letters-part.tsx'

export interface ClerkLettersPageProps {
  t: Translate
  number: number
  isNamed: boolean
  isCoarse: boolean
  letters: readonly Letter[]
  /** Of a withheld author; null when nobody knows. */
  author: string | null
  deskHref: string
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
  once: string
}

/** The letters as the clerk reads them. */
export function ClerkLettersPage(props: ClerkLettersPageProps) {
  const { t, number, isNamed, isCoarse, letters, author, deskHref, problems } = props
  return (
    <>
      <Head
        title={t(m.clerkTitle, { number })}
        lead={t(m.clerkLead)}
        facts={[<a href={deskHref}>{t(m.backToDesk)}</a>]}
      />
      {problems.length > 0 && (
        <ErrorSummary
          title={t(deskMessages.notRightYet, { count: problems.length })}
          problems={[...problems]}
        />
      )}
      <Section heading={t(m.lettersHeading)}>
        {!isNamed && (
          <Notice icon="lock">
            <p>{author === null ? t(m.authorUnknown) : t(m.authorIs, { name: author })}</p>
          </Notice>
        )}
        <LetterList t={t} letters={letters} author={t(m.fromAuthor)} isCoarse={isCoarse} />
        {isNamed ? <p>{t(m.lettersForWithheld)}</p> : <LetterForm {...props} />}
      </Section>
    </>
  )
}

function LetterForm({ t, number, typed, problems, once }: ClerkLettersPageProps) {
  const { field } = keptIn(typed, problems)
  return (
    <Form action={`/submissions/${number}/letters`} hidden={{ once }}>
      <TextArea {...field('words')} label={t(m.clerkLabel)} hint={t(m.clerkHint)} rows={6} />
      <FormActions>
        <Button>{t(m.letterSend)}</Button>
      </FormActions>
    </Form>
  )
}
