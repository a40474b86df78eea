import type { Report } from '../say.ts'
import type { Candidate, DrawFiles } from './files.ts'

/** Every numbered panel is full, of the pool, keeps every quota and takes nobody twice from a household. */
export function checkPanels(files: DrawFiles, people: Map<string, Candidate>, report: Report) {
  const { panels } = files.lottery
  const wrong = panels.flatMap((panel, index) => {
    const why = whyNotAPanel(panel, files, people)
    return why ? [`Panel ${index + 1}: ${why}.`] : []
  })
  for (const sentence of wrong.slice(0, 5)) report.fails(sentence)
  if (wrong.length === 0)
    report.holds(`All ${panels.length} panels have ${files.quotas.size} people and keep every quota.`)
  else report.fails(`${wrong.length} of ${panels.length} panels break a rule.`)
}

function whyNotAPanel(
  panel: string[],
  { pool, quotas }: DrawFiles,
  people: Map<string, Candidate>,
): string | undefined {
  if (panel.length !== quotas.size || new Set(panel).size !== panel.length)
    return `it has ${new Set(panel).size} different people, not ${quotas.size}`
  const members: Candidate[] = []
  for (const id of panel) {
    const person = people.get(id)
    if (!person) return `${id} is not in the pool`
    members.push(person)
  }
  for (const { category, value, min, max } of quotas.quotas) {
    const place = pool.categories.indexOf(category)
    const held = members.filter(({ values }) => values[place] === value).length
    if (held < min || held > max) return `${held} of ${category} = ${value}, not ${min} to ${max}`
  }
  const homes = members.flatMap(({ household }) => (household === undefined ? [] : [household]))
  return new Set(homes).size === homes.length ? undefined : 'two of its people share a household'
}
