import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Command } from '#core/cli/command.ts'
import { projectRoot } from '#core/config/project-root.ts'

/**
 * Runs the second implementation as a process of its own: nothing of the application is loaded beside
 * it. It runs where the caller stands (runTool would not), so that a receipt's path means what it says.
 */
export const command: Command = {
  name: 'verify',
  summary: 'Checks receipts and records again, by a second implementation that shares no code with this one.',
  usage: `Usage: ./moot verify receipt FILE --key KEY
       ./moot verify consistency OLD NEW
       ./moot verify audit URL-or-folder
       ./moot verify watch URL --key KEY

The same as node verify/verify.mjs …; verify/README.md says what each check shows and what it cannot.`,
  run(args) {
    const child = spawn(process.execPath, [join(projectRoot, 'verify', 'verify.mjs'), ...args], {
      stdio: 'inherit',
    })
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code) => resolve(code ?? 1))
    })
  },
}
