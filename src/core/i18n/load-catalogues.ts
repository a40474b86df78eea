import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { LANGUAGES } from './languages.ts'
import { LANGUAGE_FILE } from './read-languages.ts'
import { type Catalogue, type Translate, translator } from './translate.ts'

export interface Translators {
  readonly en: Translate
  /** The translator for a language; English for one that the interface has not. */
  for(language: string): Translate
}

/** Reads `locales/<lang>/<slice>.json`, each `{ name: text }`, and makes a translator for every interface language. */
export async function loadTranslators(folder: string): Promise<Translators> {
  const pairs = await Promise.all(
    Object.keys(LANGUAGES).map(async (language) => {
      const catalogue = await readCatalogue(path.join(folder, language))
      return [language, translator(language, catalogue)] as const
    }),
  )
  const byLanguage = new Map(pairs)
  const en = byLanguage.get('en') ?? translator('en', new Map())
  return { en, for: (language) => byLanguage.get(language) ?? en }
}

/** All texts of one language by message id; none when its folder is missing. */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  const files = await readdir(folder).catch(() => [])
  const texts = new Map<string, string>()
  for (const file of files.filter((name) => name.endsWith('.json') && name !== LANGUAGE_FILE)) {
    const slice = path.basename(file, '.json')
    const content: Record<string, string> = JSON.parse(await readFile(path.join(folder, file), 'utf8'))
    for (const [name, text] of Object.entries(content)) texts.set(`${slice}.${name}`, text)
  }
  return texts
}
