import { OperatorError } from '../../operator-error.ts'

const known: readonly [RegExp, string][] = [
  [/No space left on device|ENOSPC/i, 'The disk is full. Free some space and start again; nothing is lost.'],
  [/disk quota exceeded/i, 'The disk quota is used up. Free some space and start again; nothing is lost.'],
  [
    /Read-only file system|EROFS/i,
    'The disk is read-only. Set FOLKMOOT_DATA to a folder that can be written.',
  ],
  [
    /wrong ownership|Permission denied|EACCES|EPERM/i,
    'The folder belongs to another user. Start as the user who started it first, or give it to yourself with chown.',
  ],
  [/could not look up effective user ID/i, 'This user has no line in /etc/passwd, which PostgreSQL needs.'],
  [
    /incompatible with server|was initialized by PostgreSQL version/i,
    'The folder was made by another version of PostgreSQL. Start the Folkmoot that made it, back up, and restore here.',
  ],
  [
    /could not map anonymous shared memory|Cannot allocate memory/i,
    'The machine has too little free memory for the database. Stop something else and start again.',
  ],
]

/** A failure of the database's programs, as a sentence for whoever runs Folkmoot; unknown ones keep their own words. */
export function databaseError(folder: string, words: string): OperatorError {
  const advice = known.find(([sign]) => sign.test(words))?.[1]
  if (advice) return new OperatorError(`The database in ${folder} cannot run. ${advice}`)
  const last = words.trim().split('\n').slice(-5).join('\n')
  return new OperatorError(`The database in ${folder} cannot run. Its last words:\n${last}`)
}
