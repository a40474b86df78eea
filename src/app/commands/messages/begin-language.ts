import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { directionOf } from '#core/i18n/languages.ts'
import { type InterfaceLanguage, LANGUAGE_FILE } from '#core/i18n/read-languages.ts'

/** Begins `locales/<tag>/language.json`. Answers its path, or null for a tag whose dates and figures nobody knows. */
export async function beginLanguage(locales: string, tag: string): Promise<string | null> {
  if (!isKnown(tag)) return null
  const language: InterfaceLanguage = {
    name: new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag,
    dir: directionOf(tag),
    intl: tag,
    comma: directionOf(tag) === 'rtl' ? '،' : ',',
    readBy: [],
  }
  const file = path.join(locales, tag, LANGUAGE_FILE)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(language, null, 2)}\n`, { flag: 'wx' })
  return file
}

function isKnown(tag: string): boolean {
  try {
    return /^[A-Za-z-]+$/.test(tag) && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}
