import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { OperatorError } from '../../operator-error.ts'

/** The account a server runs under. */
export interface Account {
  uid: number
  gid: number
  name: string
}

const run = promisify(execFile)

/** PostgreSQL refuses to run as root. In order: who owns the files already, then accounts every Linux has. */
const FALLBACKS = ['postgres', 'nobody']

/**
 * The account the database shall run under, undefined for our own. Only root needs another: the owner of `owned` (the first
 * of these folders that exists and is not root's), otherwise `postgres` or `nobody`.
 */
export async function serverAccount(owned: readonly string[]): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const accounts = await accountsOf('/etc/passwd')
  for (const folder of owned) {
    const uid = await stat(folder).then(
      (found) => found.uid,
      () => 0,
    )
    const owner = accounts.find((account) => account.uid === uid)
    if (owner && uid !== 0) return owner
  }
  const account = FALLBACKS.map((name) => accounts.find((known) => known.name === name)).find(Boolean)
  if (account) return account
  throw new OperatorError(
    'PostgreSQL does not run as root, and this machine has neither a "postgres" nor a "nobody" account. Start Folkmoot as an ordinary user.',
  )
}

async function accountsOf(file: string): Promise<Account[]> {
  const lines = (await readFile(file, 'utf8')).split('\n')
  return lines
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.name !== '' && Number.isInteger(account.uid))
}

/** Whether the account can walk to the folder and look into it. Asked by trying: rules beyond mode bits count too. */
export async function mayEnter(account: Account | undefined, folder: string): Promise<boolean> {
  return await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', ...idsOf(account) }).then(
    () => true,
    () => false,
  )
}

/** For `spawn`: whom to run as. */
export function idsOf(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {}
}
