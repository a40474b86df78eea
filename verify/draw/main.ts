import { Misuse, Report, say } from '../say.ts'
import { checkChances } from './chances.ts'
import { type Candidate, type DrawFiles, hashOf, readDrawFiles } from './files.ts'
import { checkPanels } from './panels.ts'
import { checkResult } from './result.ts'

/** `verify draw FOLDER`: replays a draw from its published files alone. 0 all holds, 1 something does not. */
export async function run(args: readonly string[]): Promise<number> {
  const [folder, ...others] = args
  if (!folder || others.length > 0) throw new Misuse('Name the folder with the published files: draw FOLDER')
  const files = readDrawFiles(folder)
  const report = new Report()
  say(
    `Draw in ${folder}: ${files.pool.people.length} people, ${files.quotas.size} places, by ${files.lottery.method}.`,
  )
  checkCommitment(files, report)
  const people = checkPool(files, report)
  checkPanels(files, people, report)
  checkChances(files, report)
  checkResult(files, report)
  return report.isSound ? 0 : 1
}

function checkCommitment(files: DrawFiles, report: Report) {
  for (const name of ['pool', 'quotas', 'lottery'] as const)
    report.check(
      hashOf(files[name]) === files.commitment[name],
      `${name}.json is the file that was committed to.`,
      `${name}.json is not the file that was committed to: its hash is ${hashOf(files[name])}.`,
    )
  report.leavesOpen(
    `Commitment ${hashOf(files.commitment)}: look for it in the public record, and when it came there.`,
  )
}

function checkPool({ pool, quotas }: DrawFiles, report: Report): Map<string, Candidate> {
  const people = new Map(pool.people.map((person) => [person.id, person]))
  report.check(
    people.size === pool.people.length,
    'Every id stands once in the pool.',
    'An id stands twice in the pool.',
  )
  const known = new Set(quotas.quotas.map(({ category, value }) => JSON.stringify([category, value])))
  const stranger = pool.people.find(
    ({ values }) =>
      values.length !== pool.categories.length ||
      values.some((value, place) => !known.has(JSON.stringify([pool.categories[place], value]))),
  )
  report.check(
    !stranger,
    'Every person has a value with a quota in each category.',
    `${stranger?.id} has a value without a quota.`,
  )
  return people
}
