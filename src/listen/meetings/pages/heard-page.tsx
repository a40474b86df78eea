import type { FieldProblem } from '#core/http/answer.ts'
import { isLanguage, languageNamed } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import type { Body } from '#ground/bodies/queries.ts'
import type { Gathering } from '#ground/gatherings/find-gathering.ts'
import { whenWords } from '#ground/gatherings/local-time.ts'
import { HeardList } from '#ground/gatherings/pages/heard-list.tsx'
import { kindTitle } from '#ground/matters/kinds.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { errorOf } from '#ui/form/kept.ts'
import { Head } from '#ui/head/head.tsx'
import { InLanguage } from '#ui/in-language/in-language.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { KINDS } from '../../../propose/submissions/index.ts'
import type { Call } from '../../calls/index.ts'
import type { ShownRow } from '../heard.ts'
import type { Heard } from '../list-heard.ts'
import { m } from '../messages.ts'

export interface HeardPageProps {
  t: Translate
  gathering: Gathering
  /** The call it belongs to, if any. */
  call: Pick<Call, 'number' | 'title' | 'language'> | null
  bodies: readonly Body[]
  languages: readonly string[]
  language: string
  to: string
  people: string
  rows: readonly ShownRow[]
  soFar: readonly Pick<Heard, 'number' | 'kind' | 'title' | 'language'>[]
  news: readonly string[]
  problems: FieldProblem[]
}

/** The sheet of a listening event: made for the keyboard, whole without a script. */
export function HeardPage(props: HeardPageProps) {
  const { t, gathering, call, news, problems } = props
  return (
    <>
      <Head
        title={t.around(m.heardTitle, {
          title: <InLanguage lang={gathering.language}>{gathering.title}</InLanguage>,
        })}
        lead={t(m.heardLead)}
        facts={[whenWords(t, gathering)]}
      />
      {news.length > 0 && (
        <Notice kind="good" announced>
          {news.map((line) => (
            <p>{line}</p>
          ))}
        </Notice>
      )}
      {problems.length > 0 && <ErrorSummary title={t(m.problems)} problems={problems} />}
      {call !== null && (
        <Notice>
          <p>
            {t.around(m.toCall, {
              title: <InLanguage lang={call.language}>{call.title ?? call.number}</InLanguage>,
            })}
          </p>
        </Notice>
      )}
      <Form action={`/gatherings/${gathering.number}/heard`} id="heard-sheet">
        <Section heading={t(m.aboutSheet)}>
          <AboutTheSheet {...props} />
        </Section>
        <Section heading={t(m.sheet)} note={t(m.keys)}>
          <div class="stack" data-heard-rows>
            {props.rows.map((row) => (
              <Row {...props} row={row} />
            ))}
          </div>
          <FormActions>
            <Button>{t(m.send)}</Button>
            <a href={`/gatherings/${gathering.number}`}>{t(m.back)}</a>
          </FormActions>
        </Section>
      </Form>
      <SoFar {...props} />
    </>
  )
}

function AboutTheSheet({ t, call, bodies, languages, language, to, people, problems }: HeardPageProps) {
  return (
    <>
      <TextField
        name="people_there"
        label={t(m.peopleThere)}
        hint={t(m.peopleHint)}
        error={errorOf(problems, 'people_there')}
        value={people}
        inputMode="numeric"
        short
      />
      {call === null && (
        <SelectField
          name="to"
          label={t(m.to)}
          error={errorOf(problems, 'to')}
          value={to}
          options={[
            { value: '', label: '–' },
            ...bodies.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
      )}
      <SelectField
        name="language"
        label={t(m.language)}
        value={language}
        options={languages
          .filter(isLanguage)
          .map((tag) => ({ value: tag, label: languageNamed(tag).name, lang: tag }))}
      />
    </>
  )
}

function Row({ t, call, language, problems, row }: HeardPageProps & { row: ShownRow }) {
  const { place, id, words, kind } = row
  return (
    <div class="columns slim" data-heard-row>
      <input type="hidden" name={`id-${place}`} value={id} />
      <TextArea
        name={`words-${place}`}
        label={t(m.row, { row: place })}
        error={errorOf(problems, `words-${place}`) ?? errorOf(problems, `id-${place}`)}
        value={words}
        lang={words === '' ? undefined : language}
        rows={2}
      />
      {call === null && (
        <SelectField
          name={`kind-${place}`}
          label={t(m.kind, { row: place })}
          value={kind}
          options={KINDS.map((one) => ({ value: one, label: kindWords(t, one) }))}
        />
      )}
    </div>
  )
}

function kindWords(t: Translate, kind: string): string {
  const title = kindTitle(kind)
  return title ? t(title) : kind
}

function SoFar({ t, soFar }: HeardPageProps) {
  if (soFar.length === 0) return null
  return (
    <Section heading={t(m.soFar)}>
      <HeardList heard={soFar} />
    </Section>
  )
}
