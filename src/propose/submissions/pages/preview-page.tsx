import type { Exchange } from '#core/http/exchange.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { AttachmentField } from '#ground/attachments/pages/attachment-field.tsx'
import { KeptFiles } from '#ground/attachments/pages/kept-files.tsx'
import type { HeldFile } from '#ground/drafts/draft-files.ts'
import { m as draftMessages } from '#ground/drafts/messages.ts'
import { pathTo } from '#ground/matters/kinds.ts'
import type { Similar } from '#ground/matters/similar-matters.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Item, RuledList } from '#ui/ruled-list/ruled-list.tsx'
import { Section } from '#ui/section/section.tsx'
import { Words } from '#ui/words/words.tsx'
import type { HandInInput } from '../input.ts'
import type { Guess } from '../language-of.ts'
import { KIND_MESSAGES, m } from '../messages.ts'
import { LanguageField } from './language-field.tsx'

export interface PreviewPageProps {
  x: Exchange
  input: HandInInput
  body: { name: string; promiseDays: number }
  onBehalfOf: { name: string } | null
  /** The name that would stand there, if any. */
  by: string | null
  said: Guess
  similar: readonly Similar[]
  /** The files kept meanwhile. */
  held: readonly HeldFile[]
  /** The fields, sent again unseen. */
  sent: Record<string, string>
}

/** How it will read, what is like it, and three ways on: hand it in, change it, keep it. */
export function PreviewPage(props: PreviewPageProps) {
  const { x, similar, sent, body, said, held } = props
  const { t } = x
  return (
    <>
      <Head title={t(m.previewTitle)} lead={t(m.previewLead)} />
      {similar.length > 0 && <SimilarMatters t={t} similar={similar} />}
      <HowItReads {...props} />
      <Form action="/submissions" hidden={sent} files>
        <Section heading={t(m.beforeSection)}>
          <Notice>
            <p>{t(m.noticeSummary, { body: body.name, days: body.promiseDays })}</p>
          </Notice>
          <LanguageField
            t={t}
            value={said.language}
            hint={t(said.languageFrom === 'author' ? m.languageChosen : m.languageGuessed)}
          />
          <KeptFiles t={t} files={held} />
          <AttachmentField t={t} error={undefined} />
          <FormActions>
            <Button>{t(m.handIn)}</Button>
            <Button kind="second" formAction="/submissions/preview" name="back" value="yes">
              {t(m.changeIt)}
            </Button>
            <Button kind="second" formAction="/submissions/drafts">
              {t(draftMessages.keepDraft)}
            </Button>
          </FormActions>
        </Section>
      </Form>
    </>
  )
}

function SimilarMatters({ t, similar }: { t: Translate; similar: readonly Similar[] }) {
  return (
    <Section heading={t(m.similarHeading)} note={t(m.similarNote)}>
      <RuledList label={t(m.similarHeading)}>
        {similar.map((matter) => (
          <Item
            title={{
              words: matter.title,
              href: pathTo(matter),
              lang: matter.language,
              dir: directionOf(matter.language),
            }}
            facts={[t(m.withTheBody, { body: matter.bodyName })]}
          />
        ))}
      </RuledList>
    </Section>
  )
}

function HowItReads({ x: { t }, input, onBehalfOf, by, body, said }: PreviewPageProps) {
  const { language } = said
  const direction = directionOf(language)
  const facts = [
    t(KIND_MESSAGES[input.kind].name),
    t(m.from, { author: authorOf(t, input.authorship, by) }),
    onBehalfOf && t(m.onBehalfOf, { unit: onBehalfOf.name }),
    t(m.bodyWithPromise, { body: body.name, days: body.promiseDays }),
  ].filter((fact) => fact !== null)
  return (
    <Section heading={t(m.howItReads)}>
      <h3 lang={language} dir={direction}>
        {input.title}
      </h3>
      <p class="small line quiet">
        {facts.map((fact) => (
          <span>{fact}</span>
        ))}
      </p>
      <Words words={input.words} format={input.format} lang={language} dir={direction} under={3} />
    </Section>
  )
}

function authorOf(t: Translate, authorship: string, by: string | null): string {
  if (authorship === 'anonymous') return t(m.anonymousAuthor)
  if (authorship === 'withheld') return t(m.nameWithheld)
  return by ?? t(m.noName)
}
