import path from 'node:path'
import type { Command, Terminal } from '#core/cli/command.ts'
import { readOptions } from '#core/cli/options.ts'
import { projectRoot } from '#core/config/project-root.ts'
import { type Language, offeredLanguages } from '#core/i18n/languages.ts'
import { readCatalogue } from '#core/i18n/load-catalogues.ts'
import { beginLanguage } from './messages/begin-language.ts'
import { everyMessage } from './messages/every-message.ts'
import { faultsOf } from './messages/faults-of.ts'
import { writeSkeleton } from './messages/write-skeleton.ts'

const TRANSLATED = offeredLanguages.filter((language) => language !== 'en')
const LOCALES = path.join(projectRoot, 'locales')

export const command: Command = {
  name: 'messages',
  summary: 'Checks that every language says everything the software says.',
  usage: `Usage: ./moot messages [LANGUAGE] [--write]

Compares every message with its translation: missing and left over, values, plural forms, text still in English.
  --write   add what is missing to locales/LANGUAGE, in English, to be translated in place; remove what is left over;
            for a new language, begin its folder`,
  async run(args, terminal) {
    const read = readOptions(args, { write: 'flag' })
    const [wish, ...rest] = read.ok ? read.words : []
    if (read.ok && read.options.write && wish && !TRANSLATED.includes(wish)) return begin(wish, terminal)
    const languages = TRANSLATED.filter((language) => wish === undefined || language === wish)
    if (!read.ok || rest.length > 0 || languages.length === 0) {
      terminal.err(read.ok ? `Name one of the languages: ${TRANSLATED.join(', ')}.` : read.reason)
      return 2
    }
    if (read.options.write) for (const language of languages) await write(language, terminal)
    const results = await Promise.all(languages.map((language) => check(language, terminal)))
    return results.every((isComplete) => isComplete) ? 0 : 1
  },
}

async function begin(tag: string, terminal: Terminal): Promise<number> {
  const begun = await beginLanguage(LOCALES, tag)
  if (!begun) {
    terminal.err(
      `“${tag}” is no language that dates and figures are known for. Give its tag of BCP 47: cy, pl, so.`,
    )
    return 2
  }
  terminal.out(`${begun} is begun. See that it is right; ./moot messages ${tag} --write then adds the texts.`)
  return 0
}

async function check(language: Language, terminal: Terminal): Promise<boolean> {
  const messages = everyMessage()
  const faults = faultsOf(messages, await readCatalogue(path.join(LOCALES, language)), language)
  for (const { id, fault } of faults) terminal.err(`${language} ${id} ${fault}`)
  terminal.out(
    faults.length === 0
      ? `${language}: all ${messages.length} messages are there.`
      : `${language}: ${faults.length} to mend. Translate them in locales/${language}; ./moot messages ${language} --write adds what is missing.`,
  )
  return faults.length === 0
}

async function write(language: Language, terminal: Terminal): Promise<void> {
  const folder = path.join(LOCALES, language)
  const written = await writeSkeleton(folder, everyMessage())
  terminal.out(`${language}: ${written} added to be translated.`)
}
