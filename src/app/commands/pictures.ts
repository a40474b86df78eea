import path from 'node:path'
import { findChromium, HOW_TO_INSTALL } from '#core/cli/chromium.ts'
import type { Command } from '#core/cli/command.ts'
import { runTool } from '#core/cli/run-tool.ts'
import { projectRoot } from '#core/config/project-root.ts'

const VITEST = 'node_modules/vitest/vitest.mjs'

export const command: Command = {
  name: 'pictures',
  summary: 'Takes a picture of every page, to be looked at.',
  usage: `Usage: ./moot pictures [FOLDER] [--only READERS] [--scenes NAME,NAME]
       ./moot pictures --readme

Opens the demonstration on a day that is always the same and walks through every page for whoever may see it: English and
Urdu, 360 and 1280 pixels wide, light and dark. Some 170 pictures a reader go to FOLDER (pictures/, which git ignores).
--only "ur at 360 px, dark" takes one reader's; --scenes home,story-overdue takes these pages alone (e2e/scenes/ has them all).
--readme makes those of the README anew, in docs/pictures/.`,
  async run(args, terminal) {
    const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
    const chromium = await findChromium()
    if (!chromium) {
      terminal.err(`Pictures need Chromium, and it is not here. ${HOW_TO_INSTALL}`)
      return 1
    }
    const [first] = args
    process.env.CHROMIUM = chromium
    if (args.includes('--readme')) {
      process.env.README_PICTURES = path.join(projectRoot, 'docs', 'pictures')
      return await runTool(VITEST, ['run', 'e2e/readme-pictures.test.ts'])
    }
    process.env.PICTURES = path.resolve(first && !first.startsWith('--') ? first : 'pictures')
    process.env.SCENES = option('--scenes') ?? ''
    const readers = option('--only')
    const wanted = readers === undefined ? [] : ['-t', readers]
    return await runTool(VITEST, ['run', 'e2e/pictures.test.ts', ...wanted])
  },
}
