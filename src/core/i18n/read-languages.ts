import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../config/project-root.ts'

/** What an interface language says of itself in `locales/<tag>/language.json`. */
const languageSchema = z.strictObject({
  /** Its own name for itself: `Cymraeg`. */
  name: z.string().min(1),
  dir: z.enum(['ltr', 'rtl']),
  /** The BCP 47 locale of dates, figures and plural forms: `cy`, `ur-PK-u-nu-latn`. */
  intl: z.string().refine((tag) => Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0, 'no known locale'),
  comma: z.string(),
  /** Native speakers who read all of it and stand for it; none yet for a translation that nobody has checked. */
  readBy: z.array(z.string()),
})

export type InterfaceLanguage = Readonly<z.infer<typeof languageSchema>>

export const LANGUAGE_FILE = 'language.json'

const ENGLISH: InterfaceLanguage = {
  name: 'English',
  dir: 'ltr',
  intl: 'en-GB',
  comma: ',',
  readBy: ['everyone'],
}

/** English first, then each folder of `locales/` that has a `language.json`, then the accented English that shows what was hard-coded. */
export function readLanguages(folder = join(projectRoot, 'locales')): Record<string, InterfaceLanguage> {
  const tags = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
  const translated = tags.map((tag) => [tag, readLanguage(join(folder, tag, LANGUAGE_FILE))])
  return { en: ENGLISH, ...Object.fromEntries(translated), 'en-XA': { ...ENGLISH, name: 'Ƥşḗḗŭŭḓǿǿ' } }
}

function readLanguage(file: string): InterfaceLanguage {
  const read = languageSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (read.success) return read.data
  throw new Error(`${file} does not describe a language: ${z.prettifyError(read.error)}`)
}
