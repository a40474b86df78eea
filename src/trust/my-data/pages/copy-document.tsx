import type { Translate } from '#core/i18n/translate.ts'
import type { Held } from '../held-of.ts'
import { m } from '../messages.ts'
import { labelIn, textOf } from './held-rows.tsx'

interface CopyDocumentProps {
  t: Translate
  now: Date
  house: string
  dir: 'ltr' | 'rtl'
  held: readonly Held[]
}

/** The file of the right-to-left face, beside the page. */
export const COPY_FACE = 'nastaliq-arabic.woff2'

// The page stands alone in a folder, perhaps for years: it brings the little style it needs with it.
const STYLE = `body{font:1.1rem/1.6 sans-serif;max-inline-size:60rem;margin:2rem auto;padding-inline:1rem;color:#1b1f1a;background:#fbfaf6}
@font-face{font-family:Nastaliq;src:url(fonts/${COPY_FACE})}
[dir=rtl] body{font-family:Nastaliq,serif;line-height:2.2}
table{border-collapse:collapse;inline-size:100%;margin-block:1rem 2rem}
dt{font-weight:bold}
th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-block-end:1px solid #ccc;overflow-wrap:anywhere}
h2{border-block-start:3px solid;padding-block-start:.5rem;margin-block-start:2.5rem}`

/** The readable page of a copy: every table with why it is held and until when. */
export function CopyDocument({ t, now, house, dir, held }: CopyDocumentProps) {
  const title = t(m.copyOf, { house, moment: t.moment(now) })
  return (
    <html lang={t.language} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{t(m.copyFiles)}</p>
          {held.map((one) => (
            <HeldTable t={t} {...one} />
          ))}
        </main>
      </body>
    </html>
  )
}

function HeldTable({ t, data, rows }: Held & { t: Translate }) {
  const labels = Object.keys(rows[0] ?? {})
  return (
    <section>
      <h2>{t(data.about)}</h2>
      <dl>
        <dt>{t(m.why)}</dt>
        <dd>{t(data.why)}</dd>
        <dt>{t(m.until)}</dt>
        <dd>{t(data.until)}</dd>
      </dl>
      <table>
        <thead>
          <tr>
            {labels.map((label) => (
              <th scope="col">{labelIn(t, label)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {labels.map((label) => (
                <td dir="auto">{cellOf(t, row[label])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function cellOf(t: Translate, value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? t.moment(value) : textOf(value)
}
