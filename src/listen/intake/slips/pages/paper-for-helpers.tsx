import { isLanguage } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { Button } from '#ui/button/button.tsx'
import { SelectField, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf, textOf } from '#ui/form/kept.ts'
import { Section } from '#ui/section/section.tsx'
import { ownName } from '../../help/pages/languages-asked.tsx'
import { MOST_SLIPS } from '../make-slips.ts'
import { m } from '../messages.ts'
import { SLIPS_A_FILE } from '../print-slips.ts'
import type { PaperProps } from './paper-page.tsx'

/** Forms with numbers that a helper had printed, with how many came back. */
export interface Batch {
  id: string
  count: number
  used: number
  language: string
  printedAt: Date
}

/** What helpers do with the paper of a call: type, print, see what came back, and say where it goes. */
export function ForHelpers({
  t,
  call,
  helper,
  ...props
}: PaperProps & { helper: NonNullable<PaperProps['helper']> }) {
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

function PrintForm({ t, call, languages, typed, problems }: Omit<PaperProps, 'helper'>) {
  const options = languages.filter(isLanguage).map((value) => ({ value, label: ownName(value), lang: value }))
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
          <li>{t(m.batch, { count, used, language: ownName(language), day: t.day(printedAt) })}</li>
        ))}
      </ul>
    </>
  )
}

function WaysForm({ t, call, ways, keyword, typed, problems }: Omit<PaperProps, 'helper'>) {
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
        <TextField
          name="keyword"
          label={t(m.keywordLabel)}
          hint={t(m.keywordHint)}
          value={textOf(typed.keyword) || keyword}
          error={errorOf([...problems], 'keyword')}
          dir="auto"
          short
        />
        <FormActions>
          <Button kind="second">{t(m.save)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
