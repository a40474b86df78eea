import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * One folder for whatever this run of the tests puts among the system's temporary things, its processes' too, so that nothing
 * stays behind, however a test ended. Answers how to remove it.
 */
export function openRunFolder(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'folkmoot-run-'))
  // As root the database runs as another user, who has to walk through.
  chmodSync(folder, 0o711)
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
