import type { FieldProblem } from '#core/http/answer.ts'
import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { languageName } from '#core/i18n/written-languages.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Said } from '#ui/quote/quote.tsx'
import { Section } from '#ui/section/section.tsx'
import { isOffered, type Translation, type Worked } from '../find-translation.ts'
import { m } from '../messages.ts'
import type { OpenSuggestion } from '../open-suggestions.ts'
import { paragraphName } from '../part-names.ts'
import type { ReviewRefusal } from '../policy.ts'
import { nameOfText, pathToText } from '../published-text.ts'
import { fieldOf } from '../written-in.ts'
import { SideBySide, typedOr } from './side-by-side.tsx'

export interface WorkPageProps {
  t: Translate
  now: Date
  translation: Translation
  work: readonly Worked[]
  suggestions: readonly OpenSuggestion[]
  may: 'allowed' | ReviewRefusal
  typed: Readonly<Record<string, unknown>>
  problems: readonly FieldProblem[]
  /** What was just done. */
  told: string | null
}

/** Where volunteers translate, and where another of them reads. */
export function WorkPage(props: WorkPageProps) {
  const { t, translation, problems } = props
  const { original, language } = translation
  return (
    <>
      <Head
        title={t(m.workTitle, { name: nameOfText(original), language: languageName(language, t.language) })}
        lead={t(m.workLead)}
        facts={[
          t(m.fromLanguage, { language: languageName(original.language, t.language) }),
          <a href={pathToText(original)}>{t(m.toStory)}</a>,
        ]}
      />
      {problems.length > 0 && (
        <ErrorSummary title={t(m.problems)} problems={[...problems]}>
          {t(m.problemsKept)}
        </ErrorSummary>
      )}
      <Standing {...props} />
      {props.may === 'allowed' && <Reading {...props} />}
      {props.suggestions.length > 0 && <Suggestions {...props} />}
      <Writing {...props} />
    </>
  )
}

function Standing({ t, translation, may, told }: WorkPageProps) {
  const { shownAt, shownAs, returnedNote } = translation
  const waits = isOffered(translation)
  return (
    <>
      {told === 'kept' && (
        <Notice kind="good" announced>
          <p>{t(m.kept)}</p>
        </Notice>
      )}
      {told === 'kept-others' && (
        <Notice kind="soon" announced>
          <p>{t(m.keptOthers)}</p>
        </Notice>
      )}
      {waits && may !== 'allowed' && (
        <Notice announced={told === 'offered'}>
          <p>{t(may === 'your-own-work' ? m.offeredYours : m.offered)}</p>
        </Notice>
      )}
      {returnedNote !== '' && (
        <Notice kind="soon">
          <p>{t(m.returned, { note: returnedNote })}</p>
        </Notice>
      )}
      {shownAt && !waits && shownAs === 'reviewed' && (
        <Notice kind="good">
          <p>{t(m.nowShown)}</p>
        </Notice>
      )}
    </>
  )
}

/** Side by side to read, and two answers: it is right, or it goes back with a note. */
function Reading({ t, translation, work, typed, problems }: WorkPageProps) {
  const { id, original, language } = translation
  const action = `/translations/${id}/review`
  return (
    <Section heading={t(m.review)} note={t(m.reviewLead)}>
      {work.map((worked) => (
        <div class="columns broad pair">
          <Said lang={original.language} dir={directionOf(original.language)}>
            {worked.words}
          </Said>
          <Said lang={language} dir={directionOf(language)}>
            {worked.written}
          </Said>
        </div>
      ))}
      <Form action={action} hidden={{ outcome: 'shown' }}>
        <FormActions>
          <Button>{t(m.reviewShow)}</Button>
        </FormActions>
      </Form>
      <Form action={action} hidden={{ outcome: 'returned' }}>
        <TextArea
          name="note"
          label={t(m.returnNote)}
          rows={3}
          value={typedOr(typed, 'note', '')}
          error={problems.find(({ field }) => field === 'note')?.message}
        />
        <FormActions>
          <Button kind="second">{t(m.reviewReturn)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function Suggestions({ t, translation: { id, language }, suggestions }: WorkPageProps) {
  const dir = directionOf(language)
  return (
    <Section heading={t(m.suggestions)}>
      {suggestions.map((suggestion) => (
        <div class="stack">
          <h3>{paragraphName(t, suggestion)}</h3>
          <div class="columns broad">
            <div class="stack tight">
              <p class="small quiet">{t(m.shownNow)}</p>
              <Said lang={language} dir={dir}>
                {suggestion.shown}
              </Said>
            </div>
            <div class="stack tight">
              <p class="small quiet">{t(m.suggested)}</p>
              <Said lang={language} dir={dir}>
                {suggestion.words}
              </Said>
            </div>
          </div>
          <Form action={`/translations/suggestions/${suggestion.id}/decision`} hidden={{ translation: id }}>
            <FormActions>
              <Button kind="second" size="small" name="outcome" value="taken">
                {t(m.take)}
              </Button>
              <Button kind="second" size="small" name="outcome" value="left">
                {t(m.leave)}
              </Button>
            </FormActions>
          </Form>
        </div>
      ))}
    </Section>
  )
}

function Writing({ t, now, translation, work, typed, problems, may }: WorkPageProps) {
  const { id, original, language } = translation
  return (
    <Form id="workbench" action={`/translations/${id}/segments`} hidden={{ seen: String(now.getTime()) }}>
      <Section heading={t(m.translateInto)}>
        {work.map((worked) => (
          <SideBySide
            t={t}
            paragraph={worked}
            original={{ words: worked.words, language: original.language }}
            written={{ words: typedOr(typed, fieldOf(worked), worked.written), language }}
            problems={problems}
          >
            {worked.isMachine && <p class="small quiet">{t(m.machineDraft)}</p>}
            {worked.isOld && <p class="small">{t(m.originalChanged)}</p>}
          </SideBySide>
        ))}
      </Section>
      <p class="small quiet" role="status" data-kept={t(m.kept)} data-kept-others={t(m.keptOthers)} />
      <FormActions>
        <Button kind={may === 'allowed' ? 'second' : 'first'} name="next" value="offer">
          {t(m.offer)}
        </Button>
        <Button kind="second">{t(m.keep)}</Button>
      </FormActions>
    </Form>
  )
}
