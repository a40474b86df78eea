import type { Command } from '#core/cli/command.ts'
import { drawPanel } from './draw/draw-panel.ts'
import { drawPublished } from './draw/draw-published.ts'
import { drawReplacement } from './draw/draw-replacement.ts'
import { sendInvitations } from './draw/send-invitations.ts'

const usage = `Usage: ./moot draw --categories FILE --respondents FILE --size K [--seed HEX] [--json]

Draws a panel by lottery so that every quota is kept and everyone's chance is as fair as it can be. FILEs are CSV:
quotas headed category,feature,min,max or feature,value,min,max; people one a line with a column for each category.

Options:
  --method NAME        leximin (default): the least chance as large as can be, then the next, and so on;
                       maximin: the least only; nash: the largest product of all chances
  --seed HEX           public bytes that decide; without it this machine draws, and nobody else can check that
  --panels M           exactly M numbered panels; otherwise 1,000 to 1,999, whichever serves the least chance best
  --id HEADING         column with people's ids (id or nationbuilder_id, else they are numbered from 1)
  --household A,B      columns that together tell households: people of one household are never drawn together
  --publish FOLDER     writes pool, quotas, lottery, commitment and, once drawn, the result, for anyone to check
  --json               the result as JSON

Commit first, draw later:
  … --publish FOLDER --round N [--chain quicknet]   a coming round of a public beacon (drand) will decide
  … --publish FOLDER --dice SIDES                   dice in the hall will decide
  ./moot draw --from FOLDER --beacon FILE           the round as the beacon gives it, in JSON; checked offline
  ./moot draw --from FOLDER --rolls "4 10 7"        the dice in the order they fell
  ./moot draw --from FOLDER --seed HEX

After the draw, and before it:
  ./moot draw replace --from FOLDER --declined "ID, ID" --seed HEX   fills places so that the quotas are kept
  ./moot draw invite --addresses FILE --strata A,B --letters N --seed HEX   a stratified draw of whom to invite`

export const command: Command = {
  name: 'draw',
  summary: 'Draws a panel by lottery, with quotas and the fairest chances.',
  usage,
  run(args, terminal) {
    const [first = '', ...rest] = args
    if (first === 'invite') return sendInvitations(rest, terminal)
    if (first === 'replace') return drawReplacement(rest, terminal)
    if (args.some((word) => word === '--from' || word.startsWith('--from=')))
      return drawPublished(args, terminal)
    return drawPanel(args, terminal)
  },
}
