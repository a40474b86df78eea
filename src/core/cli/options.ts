import { parseArgs } from 'node:util'
import { nearestWord } from './nearest-word.ts'

export type OptionKind = 'flag' | 'text'

export type OptionsOf<Kinds extends Record<string, OptionKind>> = {
  [Name in keyof Kinds]: Kinds[Name] extends 'flag' ? boolean : string | undefined
}

export type ReadOptions<Kinds extends Record<string, OptionKind>> =
  | { ok: true; options: OptionsOf<Kinds>; words: string[] }
  | { ok: false; reason: string }

/**
 * Reads `--name value` and `--flag` after a verb: `readOptions(args, { rules: 'text', json: 'flag' })`. What is wrong
 * comes back as a sentence, with the nearest option where one was mistyped.
 */
export function readOptions<Kinds extends Record<string, OptionKind>>(
  args: readonly string[],
  kinds: Kinds,
): ReadOptions<Kinds> {
  const known = Object.keys(kinds)
  const { tokens } = parseArgs({
    args: [...args],
    options: shapeOf(kinds),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const options: Record<string, boolean | string | undefined> = {}
  for (const name of known) options[name] = kinds[name] === 'flag' ? false : undefined
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const reason = whyNot(token, kinds)
    if (reason) return { ok: false, reason }
    options[token.name] = token.value ?? true
  }
  // The loop above filled every name with the kind it declares: the one place where the shape is asserted.
  return { ok: true, options: options as OptionsOf<Kinds>, words }
}

function shapeOf(kinds: Record<string, OptionKind>) {
  return Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? 'boolean' : 'string' } as const,
    ]),
  )
}

function whyNot(
  token: { name: string; rawName: string; value?: string | undefined },
  kinds: Record<string, OptionKind>,
) {
  const kind = kinds[token.name]
  if (!kind) {
    const near = nearestWord(token.name, Object.keys(kinds))
    return `There is no option ${token.rawName}.${near ? ` Did you mean --${near}?` : ''}`
  }
  if (kind === 'flag' && token.value !== undefined) return `${token.rawName} takes no value.`
  if (kind === 'text' && token.value === undefined) return `${token.rawName} needs a value after it.`
  return undefined
}
