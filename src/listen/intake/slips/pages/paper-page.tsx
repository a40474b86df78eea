import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf, isLanguage, languageNamed } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { errorOf, textOf } from '#ground/matters/pages/decision-form.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import type { Call } from '../../../calls/index.ts'
import { MOST_SLIPS } from '../make-slips.ts'
import { m } from '../messages.ts'
import { SLIPS_A_FILE } from '../print-slips.ts'
import type { Ways } from '../ways.ts'

interface Props {
  t: Translate
  call: Call
  languages: readonly string[]
  isOver: boolean
  ways: Ways
  /** Null for a reader. */
  helper: { batches: readonly Batch[]; isClerk: boolean } | null
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
}

interface Batch {
  id: string
  count: number
  used: number
  language: string
  printedAt: Date
}

const nameOf = (language: string) => (isLanguage(language) ? languageNamed(language).name : language)

export function PaperPage(props: Props) {
  const { t, call, isOver, helper, problems } = props
  return (
    <>
      <Head
        title={t(m.title)}
        lead={t(m.lead)}
        facts={[
          <a href={`/calls/${call.number}`} lang={call.language} dir={directionOf(call.language)}>
            {call.title}
          </a>,
        ]}
      />
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={[...problems]} />}
      {isOver && (
        <Notice kind="soon">
          <p>{t(m.closed)}</p>
        </Notice>
      )}
      <HowItWorks {...props} />
      {!isOver && <BlankForms {...props} />}
      {helper && <ForHelpers {...props} helper={helper} />}
    </>
  )
}

function HowItWorks({ t, ways }: Props) {
  return (
    <Section heading={t(m.steps)}>
      <ol>
        {[m.stepGet, m.stepWrite, m.stepKeep, m.stepBring].map((step) => (
          <li>{t(step)}</li>
        ))}
      </ol>
      {ways.bringTo && (
        <p>
          <strong>{t(m.bringHeading)}</strong> <Said lang="">{ways.bringTo}</Said>
        </p>
      )}
      {ways.phone && <p>{t(m.orCall, { phone: ways.phone })}</p>}
    </Section>
  )
}

function BlankForms({ t, call, languages }: Props) {
  const href = (language: string, size: string) =>
    `/calls/${call.number}/paper/form.pdf?language=${language}&size=${size}`
  return (
    <Section heading={t(m.printOne)}>
      <ul>
        {languages.filter(isLanguage).flatMap((language) =>
          (['usual', 'large'] as const).map((size) => (
            <li>
              <a href={href(language, size)} hreflang={language}>
                {t(size === 'usual' ? m.usual : m.large, { language: nameOf(language) })}
              </a>
            </li>
          )),
        )}
      </ul>
    </Section>
  )
}

function ForHelpers({ t, call, helper, ...props }: Props & { helper: NonNullable<Props['helper']> }) {
  const at = `/calls/${call.number}`
  return (
    <>
      <Section heading={t(m.forHelpers)}>
        <p>
          <a href={`/intake/slip?call=${call.number}`}>{t(m.enter)}</a>
        </p>
        <p>
          <a href={`${at}/sheet`}>{t(m.sheet)}</a>
        </p>
        <p>
          <a href={`${at}/telephone`}>{t(m.telephone)}</a>
        </p>
        <p>
          <a href={`${at}/waiting`}>{t(m.waiting)}</a>
        </p>
        <p>
          <a href={`${at}/entries`}>{t(m.entries)}</a>
        </p>
      </Section>
      <Section heading={t(m.print)}>
        <p>{t(m.printLead)}</p>
        <PrintForm t={t} call={call} {...props} />
      </Section>
      <Section heading={t(m.printed)}>
        <Batches t={t} batches={helper.batches} />
      </Section>
      {helper.isClerk && <WaysForm t={t} call={call} {...props} />}
    </>
  )
}

function PrintForm({ t, call, languages, typed, problems }: Omit<Props, 'helper'>) {
  const options = languages.filter(isLanguage).map((value) => ({ value, label: nameOf(value), lang: value }))
  return (
    <Form action={`/calls/${call.number}/slips`}>
      <SelectField
        name="language"
        label={t(m.language)}
        options={options}
        value={textOf(typed.language) || t.language}
      />
      <SelectField
        name="size"
        label={t(m.size)}
        options={[
          { value: 'usual', label: t(m.sizeUsual) },
          { value: 'large', label: t(m.sizeLarge) },
        ]}
        value={textOf(typed.size)}
      />
      <TextField
        name="count"
        label={t(m.count)}
        hint={t(m.countHint, { most: MOST_SLIPS, file: SLIPS_A_FILE })}
        error={errorOf([...problems], 'count')}
        value={textOf(typed.count) || '20'}
        inputMode="numeric"
        short
      />
      <FormActions>
        <Button>{t(m.print)}</Button>
      </FormActions>
    </Form>
  )
}

function Batches({ t, batches }: { t: Translate; batches: readonly Batch[] }) {
  return (
    <>
      {batches.length === 0 && <p>{t(m.printedNone)}</p>}
      <ul>
        {batches.map(({ count, used, language, printedAt }) => (
          <li>{t(m.batch, { count, used, language: nameOf(language), day: t.day(printedAt) })}</li>
        ))}
      </ul>
    </>
  )
}

function WaysForm({ t, call, ways, typed, problems }: Omit<Props, 'helper'>) {
  return (
    <Section heading={t(m.ways)}>
      <Form action={`/calls/${call.number}/ways`}>
        <TextField
          name="bringTo"
          label={t(m.bringToLabel)}
          value={textOf(typed.bringTo) || ways.bringTo}
          error={errorOf([...problems], 'bringTo')}
        />
        <TextField
          name="phone"
          type="tel"
          label={t(m.phoneLabel)}
          value={textOf(typed.phone) || ways.phone}
          error={errorOf([...problems], 'phone')}
        />
        <FormActions>
          <Button kind="second">{t(m.save)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
