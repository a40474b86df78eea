import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { LANGUAGES, type Language } from './languages.ts'
import { type Catalogue, type Translate, translator } from './translate.ts'

export type Translators = Readonly<Record<Language, Translate>>

/** Reads `locales/<lang>/<slice>.json`, each `{ name: text }`, and makes a translator for every interface language. */
export async function loadTranslators(folder: string): Promise<Translators> {
  const pairs = await Promise.all(
    Object.keys(LANGUAGES).map(async (language) => {
      const catalogue = await readCatalogue(path.join(folder, language))
      return [language, translator(language as Language, catalogue)] as const
    }),
  )
  return Object.fromEntries(pairs) as Translators
}

/** All texts of one language by message id; none when its folder is missing. */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  const files = await readdir(folder).catch(() => [])
  const texts = new Map<string, string>()
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    const slice = path.basename(file, '.json')
    const content: Record<string, string> = JSON.parse(await readFile(path.join(folder, file), 'utf8'))
    for (const [name, text] of Object.entries(content)) texts.set(`${slice}.${name}`, text)
  }
  return texts
}
