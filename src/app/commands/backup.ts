import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command, Terminal } from '#core/cli/command.ts'
import { readOptions } from '#core/cli/options.ts'
import { type Config, readConfig } from '#core/config/config.ts'
import { projectRoot } from '#core/config/project-root.ts'
import { OperatorError } from '#core/operator-error.ts'
import { activeKey } from '#ground/record/record-key.ts'
import { ErasureList } from '../backup/erasure-list.ts'
import { writeKeyFile } from '../backup/key-file.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { withHouse } from '../import/with-house.ts'

export const command: Command = {
  name: 'backup',
  summary: 'Writes everything into one file, while Folkmoot goes on running.',
  usage: `Usage: ./moot backup FILE [--key-file FILE]

FILE appears when it is whole, with a checksum in it, and is never written over. It holds words and addresses: encrypt it, and
throw it away in time. It does not hold the key that signs the record:
--key-file FILE   writes that key into a file of its own, once. Keep it apart from the backups.
Keep “erasures” and “epochs” of the data folder beside the backups: a restore needs the newest of both.`,
  async run(args, terminal) {
    const read = readOptions(args, { 'key-file': 'text' })
    const [file, ...more] = read.ok ? read.words : []
    if (!read.ok || file === undefined || more.length > 0) {
      terminal.err(read.ok ? 'Say into which file: ./moot backup folkmoot-2026-11-22.backup' : read.reason)
      return 2
    }
    return backup(readConfig(), { file, keyFile: read.options['key-file'], terminal })
  },
}

interface Wish {
  file: string
  keyFile: string | undefined
  terminal: Terminal
}

async function backup(config: Config, { file, keyFile, terminal }: Wish): Promise<number> {
  return withHouse(config, terminal, async ({ db, house, url }) => {
    if (!house) throw new OperatorError('There is no organisation here yet, so there is nothing to back up.')
    await new ErasureList(config.dataFolder).bringUpToDate(db)
    const report = await writeBackup({ url, file, version: await version() })
    const { header, rows, tables, bytes, sha256 } = report
    terminal.out(
      `${file} holds ${rows} rows of ${tables} tables as of ${header.made_at}, ${Math.ceil(bytes / 1e6)} MB.\nThe record in it has ${header.record.size} entries, root ${header.record.root}.\nSHA-256 of what is packed in it: ${sha256}`,
    )
    const { privateKey } = await activeKey(db)
    if (keyFile !== undefined && privateKey) {
      await writeKeyFile(keyFile, privateKey)
      terminal.out(`${keyFile} holds the key that signs the record. Keep it apart from the backup.`)
    } else if (privateKey)
      terminal.err('The key that signs the record is not in it. If you have no copy yet: --key-file FILE.')
    else if (keyFile !== undefined)
      terminal.err(
        'The key that signs the record is in RECORD_KEY, not here: nothing was written to the key file.',
      )
    return 0
  })
}

async function version(): Promise<string> {
  const text = await readFile(path.join(projectRoot, 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
