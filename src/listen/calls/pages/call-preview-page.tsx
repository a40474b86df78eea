import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { noonOf } from '#core/time/days.ts'
import type { NoticeInForce } from '#ground/notices/notice-in-force.ts'
import { NoticeLine } from '#ground/notices/pages/notice-line.tsx'
import { Button } from '#ui/button/button.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import { Words } from '#ui/words/words.tsx'
import type { NewCall } from '../announce-call.ts'
import { answerMessages } from '../answer-messages.ts'
import { callFormMessages } from '../call-form-messages.ts'
import { m } from '../messages.ts'
import { QuestionsAsked } from './questions-asked.tsx'

interface CallPreviewPageProps {
  t: Translate
  call: NewCall
  notice: NoticeInForce
  audienceUnitName: string | null
  sent: readonly [string, string][]
}

/** How the call will read; announced, its questions and its word stand. */
export function CallPreviewPage({ t, call, notice, audienceUnitName, sent }: CallPreviewPageProps) {
  const { language } = call
  const direction = directionOf(language)
  const questions = call.questions.map(({ options = [], ...question }, at) => ({
    ...question,
    place: at + 1,
    help: question.help ?? '',
    isRequired: question.isRequired ?? false,
    mostChoices: question.mostChoices ?? 1,
    options: options.map((wording, place) => ({ id: `${place}`, place: place + 1, wording })),
  }))
  return (
    <>
      <Head title={call.title} lang={language} dir={direction} lead={t(callFormMessages.callPreviewLead)} />
      <Section heading={t(callFormMessages.whenSection)}>
        <Facts
          facts={[
            { label: t(callFormMessages.opensLabel), value: t.moment(call.opensAt), plain: true },
            { label: t(callFormMessages.closesLabel), value: t.moment(call.closesAt), plain: true },
            {
              label: t(callFormMessages.helpersLabel),
              value: t.moment(call.helpersUntil ?? call.closesAt),
              plain: true,
            },
            { label: t(m.whoMayAnswer), value: audience(t, call, audienceUnitName), plain: true },
            {
              label: t(callFormMessages.promisedOnLabel),
              value: t.day(noonOf(call.promisedOn)),
              plain: true,
            },
          ]}
        />
      </Section>
      <Section heading={t(m.promiseHeading)}>
        <Said lang={language} dir={direction}>
          {call.promise}
        </Said>
        <NoticeLine t={t} notice={notice} />
      </Section>
      {call.about !== '' && (
        <Section heading={t(m.whyWeAsk)}>
          <Words words={call.about} format="light" lang={language} dir={direction} />
        </Section>
      )}
      <Section heading={t(m.whatIsAsked)}>
        <QuestionsAsked t={t} call={{ language, questions }} />
      </Section>
      <Notice kind="soon">
        <p>{t(callFormMessages.announcedStands)}</p>
      </Notice>
      <Form action="/calls">
        {sent.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <FormActions>
          <Button name="do" value="announce">
            {t(callFormMessages.announce)}
          </Button>
          <Button kind="second" name="do" value="change">
            {t(answerMessages.changeIt)}
          </Button>
        </FormActions>
      </Form>
    </>
  )
}

function audience(t: Translate, call: NewCall, unit: string | null): string {
  if (call.audience === 'members') return t(m.audienceMembers)
  return unit === null ? t(m.audienceAnyone) : t(m.audienceUnit, { unit })
}
