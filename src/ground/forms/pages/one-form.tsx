import { directionOf } from '#core/i18n/languages.ts'
import type { Translate } from '#core/i18n/translate.ts'
import { languageName } from '#core/i18n/written-languages.ts'
import { Words } from '#ui/words/words.tsx'
import { endingOf } from '../form-media.ts'
import type { FormFile, FurtherForm } from '../forms-of.ts'
import { FORM_MESSAGES, m } from '../messages.ts'

/** One form with its words, players and downloads. */
export function OneForm({ t, form }: { t: Translate; form: FurtherForm }) {
  const { words, language, caption, href, files, madeAt } = form
  const isItsWords = form.form === 'easy-read' || form.form === 'large-print'
  const said = <Words words={words} format="light" lang={language} dir={directionOf(language)} under={3} />
  return (
    <>
      <h3>{formIn(t, form)}</h3>
      <p class="small quiet">{t(m.captionLine, { caption, day: t.day(madeAt) })}</p>
      <Player t={t} files={files} language={language} name={caption} />
      {words !== '' && isItsWords && said}
      {words !== '' && !isItsWords && (
        <details>
          <summary>{t(m.whatItSays)}</summary>
          {said}
        </details>
      )}
      {href && (
        <p>
          <a href={href}>{t(m.elsewhere)}</a>
        </p>
      )}
      <ul>
        {files
          .filter(({ mediaType }) => mediaType !== 'text/vtt')
          .map((file) => (
            <li>
              <a href={`/forms/files/${file.id}`}>{fileTitle(t, file)}</a>
            </li>
          ))}
      </ul>
    </>
  )
}

/** "Easy Read, Polish". */
export function formIn(t: Translate, { form, language }: Pick<FurtherForm, 'form' | 'language'>): string {
  return t(m.inLanguage, { form: t(FORM_MESSAGES[form]), language: languageName(language, t.language) })
}

function fileTitle(t: Translate, { place, mediaType, size }: FormFile): string {
  const sort = endingOf(mediaType).toUpperCase()
  return t(m.file, { place, sort, kilobytes: Math.max(1, Math.round(size / 1024)) })
}

interface PlayerProps {
  t: Translate
  files: readonly FormFile[]
  language: string
  name: string
}

/** Captions of a sign language video are in the written language beside it: English for British Sign Language. */
const WRITTEN: Readonly<Record<string, string>> = { bfi: 'en', isg: 'en', ase: 'en' }

/** A video has captions, or it is refused; what is heard reads out a text that stands beside it. */
const PLAYED_BY: Readonly<Record<string, 'video' | 'audio'>> = { video: 'video', audio: 'audio' }

function Player({ t, files, language, name }: PlayerProps) {
  const captions = files.find(({ mediaType }) => mediaType === 'text/vtt')
  const srclang = WRITTEN[language] ?? language
  return (
    <>
      {files.map(({ id, mediaType }) => {
        const Media = PLAYED_BY[mediaType.split('/')[0] ?? '']
        return (
          Media && (
            <Media controls preload="metadata" src={`/forms/files/${id}`} aria-label={name}>
              {captions && (
                <track
                  kind="captions"
                  src={`/forms/files/${captions.id}`}
                  srclang={srclang}
                  label={languageName(srclang, t.language)}
                  default
                />
              )}
            </Media>
          )
        )
      })}
    </>
  )
}
