import { existsSync } from 'node:fs'
import { audit } from './audit.ts'
import { consistency } from './consistency.ts'
import { receipt } from './receipt.ts'
import { complain, Misuse, say } from './say.ts'
import { watch } from './watch.ts'

/** A command's arguments in, its exit code out: 0 all holds, 1 something does not, 2 it could not be checked. */
export type Run = (args: readonly string[]) => Promise<number>

const HELP = `Re-checks what Folkmoot publishes. It shares no code with Folkmoot and needs nothing but Node.

  node verify.mjs receipt FILE --key KEY       is what I handed in, in the record?
  node verify.mjs consistency OLD NEW          was anything taken out between two checkpoints?
  node verify.mjs audit URL-or-folder          does the whole record add up, leaf by leaf?
  node verify.mjs watch URL --key KEY          keep watch: store, compare and cosign every checkpoint
  node verify.mjs count …                      count the papers of a ballot again
  node verify.mjs draw …                       draw a panel by lottery again
  node verify.mjs dataset FOLDER               are these a call's published answers, and do they make its figures?

KEY is the record's verifier key (name+id+base64), or a file that holds it. Get it from someone you trust, not only
from the record itself. Exit code: 0 all holds, 1 something does not, 2 it could not be checked.
README.md, beside this file, says what each check proves and what it cannot.`

const COMMANDS: Record<string, Run> = {
  receipt,
  consistency,
  audit,
  watch,
  count: elsewhere('count'),
  draw: elsewhere('draw'),
  dataset: elsewhere('dataset'),
}

export async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  if (['help', '--help', '-h'].includes(name) || rest.includes('--help')) {
    say(HELP)
    return args.length === 0 ? 2 : 0
  }
  const run = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!run) {
    complain(`There is no command "${name}".\n\n${HELP}`)
    return 2
  }
  try {
    return await run(rest)
  } catch (problem) {
    // Whatever goes wrong inside, "could not be checked" must never be taken for "does not hold".
    const isMisuse = problem instanceof Misuse
    complain(isMisuse ? problem.message : `This could not be checked: the checker itself failed.\n${problem}`)
    return 2
  }
}

/** Counts and draws have checkers of their own, each in its folder; a record can be checked without them. */
function elsewhere(name: string): Run {
  return async (args) => {
    const door = new URL(`./${name}/main.ts`, import.meta.url)
    if (!existsSync(door))
      throw new Misuse(`This copy of verify/ has no "${name}" yet: ${name}/main.ts is not there.`)
    const { run }: { run: Run } = await import(door.href)
    return run(args)
  }
}
