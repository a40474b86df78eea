import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { languageName } from '#core/i18n/written-languages.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { SelectField } from '#ui/field/fields.tsx'
import { Form, FormActions } from '#ui/form/form.tsx'
import { Head } from '#ui/head/head.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Section } from '#ui/section/section.tsx'
import { Words } from '#ui/words/words.tsx'
import type { ShownIn, TextInLanguages } from '../in-languages.ts'
import { m } from '../messages.ts'
import { partNames } from '../part-names.ts'
import type { Volunteer } from '../policy.ts'
import { fieldsNaming, nameOfText, pathToText } from '../published-text.ts'
import { TranslatedNote } from './translated.tsx'

export interface OfMatterPageProps {
  t: Translate
  matter: TextInLanguages
  volunteer: Volunteer | null
  /** Languages it may be wished for in. */
  offered: readonly string[]
  isWished: boolean
}

/** A matter in every language it can be read in. */
export function OfMatterPage(props: OfMatterPageProps) {
  const { t, matter, volunteer, isWished } = props
  const { language, title } = matter
  return (
    <>
      <Head
        title={t(m.ofMatterTitle, { name: nameOfText(matter) })}
        lead={t(m.ofMatterLead, { language: languageName(language, t.language) })}
        facts={[
          <a href={pathToText(matter)} lang={language} dir={directionOf(language)}>
            {title ?? nameOfText(matter)}
          </a>,
        ]}
      />
      {isWished && (
        <Notice kind="good" announced>
          <p>{t(m.wished)}</p>
        </Notice>
      )}
      {matter.shown.length === 0 && <Empty title={t(m.noneYet)}>{t(m.noneYetMore)}</Empty>}
      {matter.shown.map((shown) => (
        <InLanguage t={t} matter={matter} shown={shown} />
      ))}
      <Wish {...props} />
      {volunteer && volunteer.languages.length > 0 && <Begin {...props} volunteer={volunteer} />}
    </>
  )
}

function InLanguage({ t, matter, shown }: { t: Translate; matter: TextInLanguages; shown: ShownIn }) {
  const { language, parts, entryId, bodyName } = shown
  const [lang, dir] = [language, directionOf(language)]
  const from = entryId === null ? matter.language : reasonLanguage(matter, entryId)
  return (
    <Section
      heading={languageName(language, t.language)}
      note={entryId === null ? undefined : t(m.answerEntry, { body: bodyName ?? '' })}
    >
      {parts.map(({ part, words }) =>
        part === 'title' ? (
          <h3 lang={lang} dir={dir}>
            {words}
          </h3>
        ) : (
          <Words
            words={words}
            format={part === 'words' ? 'light' : 'plain'}
            lang={lang}
            dir={dir}
            under={3}
          />
        ),
      )}
      <TranslatedNote t={t} shown={shown} from={from} />
    </Section>
  )
}

function reasonLanguage({ reasons, language }: TextInLanguages, entryId: string): string {
  return reasons.find((reason) => reason.entryId === entryId)?.language ?? language
}

function optionsOf(tags: readonly string[]) {
  return tags.map((tag) => ({ value: tag, label: languageName(tag, tag), lang: tag }))
}

function Wish({ t, matter, offered }: OfMatterPageProps) {
  return (
    <Section heading={t(m.wish)} note={t(m.wishNote)}>
      <Form action="/translations/wishes" hidden={fieldsNaming(matter)}>
        <SelectField
          name="language"
          label={t(m.wishLegend)}
          options={optionsOf(offered)}
          value={offered.includes(t.language) ? t.language : undefined}
        />
        <FormActions>
          <Button kind="second">{t(m.wishSend)}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

/** For volunteers: the words, or the reason of a body. */
function Begin({ t, matter, volunteer }: OfMatterPageProps & { volunteer: Volunteer }) {
  const { parts, language: own } = matter
  const texts = [
    ...(parts.length > 0 ? [{ entryId: null, name: partNames(t, parts), language: own }] : []),
    ...matter.reasons.map(({ entryId, bodyName, language }) => ({
      entryId,
      name: t(m.answerEntry, { body: bodyName }),
      language,
    })),
  ]
  return (
    <Section heading={t(m.translateInto)}>
      {texts.map(({ entryId, name, language }) => {
        const into = volunteer.languages.filter((tag) => tag !== language)
        if (into.length === 0) return null
        const entry: Record<string, string> = entryId === null ? {} : { entry: entryId }
        const id = `into-${entryId ?? 'words'}`
        return (
          <Form action="/translations" hidden={{ ...fieldsNaming(matter), ...entry }}>
            <SelectField name="language" id={id} label={name} options={optionsOf(into)} />
            <FormActions>
              <Button kind="second" size="small">
                {t(m.begin)}
              </Button>
            </FormActions>
          </Form>
        )
      })}
    </Section>
  )
}
