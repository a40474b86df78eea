import { existsSync, readFileSync } from 'node:fs'
import { parseVkey, type Vkey } from './record/note.ts'
import { Misuse } from './say.ts'

export interface Words {
  /** What stands without a dash. */
  plain: string[]
  /** `--name value`, each as often as it was given. */
  options: Map<string, string[]>
  /** `--name` alone. */
  flags: Set<string>
}

/** Takes a command line apart; a word that the command does not know is an error, never ignored. */
export function readWords(args: readonly string[], known: { options: string[]; flags: string[] }): Words {
  const words: Words = { plain: [], options: new Map(), flags: new Set() }
  const rest = [...args]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name = '', inline] = word.startsWith('--') ? word.slice(2).split(/=(.*)/s) : []
    if (!word.startsWith('--')) words.plain.push(word)
    else if (known.flags.includes(name) && inline === undefined) words.flags.add(name)
    else if (known.options.includes(name)) {
      const value = inline ?? rest.shift()
      if (value === undefined) throw new Misuse(`--${name} needs a value after it.`)
      words.options.set(name, [...(words.options.get(name) ?? []), value])
    } else throw new Misuse(`"${word}" is not a word of this command. Try: node verify.mjs help`)
  }
  return words
}

/** The keys after `--key` (or another option), each a vkey or a file with one in its first line. */
export function keysFrom(words: Words, option: string): Vkey[] {
  return (words.options.get(option) ?? []).map((given) => {
    const text = existsSync(given) ? readFileSync(given, 'utf8') : given
    const key = parseVkey(text.trim().split('\n')[0] ?? '')
    if (!key)
      throw new Misuse(
        `--${option}: this is not a verifier key (name+id+base64), nor a file with one: ${given}`,
      )
    return key
  })
}

/** A text file, or a sentence why not. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Misuse(`This file cannot be read: ${path}`)
  }
}
