import type { Config } from '#core/config/config.ts'
import { OperatorError } from '#core/operator-error.ts'
import type { House } from '#core/slice/house.ts'

/** Whether grave roles rest until a passkey was shown: as the operator says, else as the house was founded. */
export function demandsPasskeys(
  { rolePasskeys }: Pick<Config, 'rolePasskeys'>,
  { demandsPasskeys: asFounded = false, baseUrl }: Pick<House, 'demandsPasskeys' | 'baseUrl'>,
): boolean {
  const isWished = rolePasskeys ?? asFounded
  if (!isWished || knowsPasskeys(baseUrl)) return isWished
  if (rolePasskeys === undefined) return false
  throw new OperatorError(
    `ROLE_PASSKEYS is on, but no browser has passkeys at ${baseUrl}: nobody could act in a role. Set BASE_URL to an https address with a name, or leave ROLE_PASSKEYS out.`,
  )
}

/** A passkey belongs to a name and a safe connection; this machine's own name counts as one. */
function knowsPasskeys(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl)
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return true
  return protocol === 'https:' && !/^[\d.]+$|^\[/.test(hostname)
}
