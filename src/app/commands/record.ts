import type { Command, Terminal } from '#core/cli/command.ts'
import { readOptions } from '#core/cli/options.ts'
import { type Config, readConfig } from '#core/config/config.ts'
import { OperatorError } from '#core/operator-error.ts'
import { useOutsideSeed } from '#ground/record/record-key.ts'
import { rotateRecordKey } from '#ground/record/rotate-record-key.ts'
import { writeKeyFile } from '../backup/key-file.ts'
import { withHouse } from '../import/with-house.ts'

export const command: Command = {
  name: 'record',
  summary: 'Changes the key that signs the record.',
  usage: `Usage: ./moot record rotate-key [--key-file FILE]

Makes a new key; the old one vouches for it in an entry of the record, and the new one signs from there on. Tell people and witnesses
the new verifier key by another way than the site: a change that surprises is a reason to ask.
--key-file FILE   writes the new key to FILE, for RECORD_KEY, and not into the database. Needed where RECORD_KEY holds the key now:
                  stop Folkmoot first, and start every process with the new RECORD_KEY after.`,
  async run(args, terminal) {
    const read = readOptions(args, { 'key-file': 'text' })
    if (!read.ok || read.words.join(' ') !== 'rotate-key') {
      terminal.err(read.ok ? 'Say what to do: ./moot record rotate-key' : read.reason)
      return 2
    }
    return rotate(readConfig(), { file: read.options['key-file'], terminal })
  },
}

async function rotate(
  config: Config,
  { file, terminal }: { file: string | undefined; terminal: Terminal },
): Promise<number> {
  useOutsideSeed(config.recordKey ? Buffer.from(config.recordKey, 'base64') : null)
  return withHouse(config, terminal, async ({ db, house, clock }) => {
    if (!house) throw new OperatorError('There is no organisation here yet, so there is no key to change.')
    const { privateKey } = await db
      .selectFrom('recordKeys')
      .select('privateKey')
      .orderBy('fromAt', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    if (!privateKey && file === undefined)
      throw new OperatorError(
        'The record’s key stands in RECORD_KEY, outside the database, and the new one shall too: say where it is written with --key-file FILE.',
      )
    const keepOutside = file === undefined ? undefined : (seed: Uint8Array) => writeKeyFile(file, seed)
    const { oldKey, newKey } = await rotateRecordKey(db, { keepOutside, now: clock.now() })
    terminal.out(`The old key was ${oldKey}\nThe new key is  ${newKey}`)
    if (file !== undefined)
      terminal.out(
        `Set RECORD_KEY to the line in ${file} and start every process again: with the old one they can no longer sign, and say so. Then keep the file apart from backups.`,
      )
    return 0
  })
}
