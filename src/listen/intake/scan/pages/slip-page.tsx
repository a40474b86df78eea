import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import type { NoticeInForce } from '#ground/notices/notice-in-force.ts'
import { NoticeLine } from '#ground/notices/pages/notice-line.tsx'
import { Button } from '#ui/button/button.tsx'
import { Check } from '#ui/check/check.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { FileField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Call } from '../../../calls/index.ts'
import { ASKED_IN, type AskedIn } from '../../help/asked-in.ts'
import { m as help } from '../../help/messages.ts'
import { LanguagesAsked } from '../../help/pages/languages-asked.tsx'
import { CircumstanceFields, QuestionFields } from '../../help/pages/question-fields.tsx'
import type { Slip } from '../find-slip.ts'
import { m } from '../messages.ts'

interface Props {
  t: Translate
  asked: AskedIn
  call: Call
  slip: Slip
  /** That of the call. */
  notice: NoticeInForce | null
  path: string
  isOfOtherCall: boolean
  isLate: boolean
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
}

/** A form in a helper's hand: to be typed, waiting as a picture, or brought in. */
export function SlipPage(props: Props) {
  const { t, call, slip, isOfOtherCall, isLate, problems } = props
  const number = t.number(slip.number)
  return (
    <>
      <Head title={t(m.formTitle, { number })} facts={[<CallLink call={call} />]} />
      {isOfOtherCall && (
        <Notice kind="soon">
          <p>
            {t.around(m.otherCall, { title: <InLanguage lang={call.language}>{call.title}</InLanguage> })}
          </p>
        </Notice>
      )}
      {problems.length > 0 && (
        <ErrorSummary title={t(help.problems)} problems={[...problems]}>
          {t(help.problemsKept)}
        </ErrorSummary>
      )}
      {isLate && slip.answerId === null && <Late {...props} />}
      {slip.answerId === null ? <SlipForm {...props} /> : <Used {...props} />}
    </>
  )
}

export function CallLink({ call }: { call: Call }) {
  return (
    <a href={`/calls/${call.number}`} lang={call.language} dir={directionOf(call.language)}>
      {call.title}
    </a>
  )
}

function Used({ t, slip, call }: Props) {
  const number = t.number(slip.number)
  return (
    <Section heading={t(m.circumstances)}>
      <Notice kind="good" announced>
        <p>{t(m.broughtIn, { number, day: slip.usedAt ? t.day(slip.usedAt) : '' })}</p>
        <p>{t(m.broughtInOnce)}</p>
      </Notice>
      <p>
        <a href={`/answers/${slip.number}`}>{t(m.itsStory)}</a>
      </p>
      <p>
        <Button href={`/intake/slip?call=${call.number}`}>{t(m.next)}</Button>
      </p>
    </Section>
  )
}

function Late({ t, call }: Props) {
  return (
    <Notice kind="late">
      <p>{t(help.late, { day: t.moment(call.helpersUntil) })}</p>
      <p>
        <a href={`/submissions/new?to=${call.body.slug}`}>{t(help.lateLink)}</a>
      </p>
    </Notice>
  )
}

function SlipForm(props: Props) {
  const { t, asked, call, slip, notice, path, typed, problems } = props
  const typing = { t, call, typed, problems }
  const number = t.number(slip.number)
  return (
    <Form action={path} files hidden={{ [ASKED_IN]: call.language }}>
      {slip.pictureAt && (
        <Section heading={t(m.picture)}>
          <Notice kind="good">
            <p>{t(m.waiting, { number, day: t.day(slip.pictureAt) })}</p>
            <p>{t(m.pictureWaits)}</p>
          </Notice>
          <a href={`${path}/picture`}>
            <img class="slip-picture" src={`${path}/picture`} alt={t(m.pictureAlt, { number })} />
          </a>
        </Section>
      )}
      <Section heading={t(m.words)}>
        {notice && <NoticeLine t={t} notice={notice} />}
        <LanguagesAsked t={t} asked={asked} href={path} />
        <QuestionFields {...typing} />
      </Section>
      <Section heading={t(m.circumstances)}>
        <CircumstanceFields {...typing} likely={slip.language} />
        <FileField
          name="picture"
          label={t(m.picture)}
          hint={t(m.pictureHint)}
          error={errorOf([...problems], 'picture')}
          accept={['image/jpeg', 'image/png', 'image/webp', 'application/pdf']}
        />
        {!slip.pictureAt && (
          <Check name="later" checked={typed.later === 'yes'}>
            {t(m.later)}
          </Check>
        )}
        <FormActions>
          <Button>{t(m.bringIn)}</Button>
        </FormActions>
      </Section>
    </Form>
  )
}

/** For whoever scanned the code and is no helper. */
export function ReaderSlipPage({ t, title, call }: { t: Translate; title: string; call: Call }) {
  return (
    <>
      <Head title={title} lead={t(m.forReaders)} facts={[<CallLink call={call} />]} />
      <div class="line">
        <Button href={`/calls/${call.number}`}>{t(m.answerHere)}</Button>
        <a href="/follow">{t(m.followIt)}</a>
      </div>
    </>
  )
}
