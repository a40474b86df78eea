import type { BudgetVote } from '../equal-shares.ts'
import { PaperProblem, textOf } from './paper-problem.ts'

/**
 * Reads Pabulib's `.pb` (Faliszewski and others, "Participatory budgeting: data, tools and analysis", IJCAI 2023): sections
 * META, PROJECTS, VOTES with semicolons. Approvals give 1, `points` their number; ordinal votes give k − 1 … 0 by rank.
 */
export function readPabulib(bytes: Uint8Array): BudgetVote {
  const sections = sectionsOf(textOf(bytes))
  const meta = new Map(sections.meta.map(({ cells: [key = '', value = ''] }) => [key, value]))
  const budget = wholeIn(meta.get('budget') ?? '', 1, 'META has no whole number for budget')
  const projects = sections.projects.map(({ cells, line }) => ({
    id: cells[column(sections.projectHead, 'project_id')] ?? '',
    cost: wholeIn(cells[column(sections.projectHead, 'cost')] ?? '', line, 'this project has no whole cost'),
    name: cells[sections.projectHead.indexOf('name')] ?? '',
  }))
  const numbers = new Map(projects.map(({ id }, number) => [id, number]))
  if (numbers.size !== projects.length)
    throw new PaperProblem(1, 1, 'Two projects have the same project_id. Tell them apart.')
  const names = projects.map(({ id, name }) => {
    const isTaken = projects.some((other) => other.id !== id && other.name === name)
    return name === '' || isTaken ? id : name
  })
  return {
    title: meta.get('description') ?? '',
    budget,
    projects: projects.map(({ cost }, number) => ({ name: names[number] ?? '', cost })),
    voters: votersOf(sections, numbers, meta.get('vote_type') ?? 'approval'),
  }
}

function votersOf(
  { voteHead, votes }: Sections,
  numbers: ReadonlyMap<string, number>,
  type: string,
): BudgetVote['voters'] {
  const kinds = new Map<string, { utilities: number[]; count: number }>()
  for (const { cells, line } of votes) {
    const utilities = utilitiesOf(cells, { line, numbers, head: voteHead, type })
    const kind = kinds.get(utilities.join()) ?? { utilities, count: 0 }
    kind.count += 1
    kinds.set(utilities.join(), kind)
  }
  return [...kinds.values()]
}

type Sections = ReturnType<typeof sectionsOf>

interface Row {
  cells: string[]
  line: number
}

function sectionsOf(text: string) {
  const rows: Record<string, Row[]> = { META: [], PROJECTS: [], VOTES: [] }
  let section = ''
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() in rows) section = line.trim()
    else if (line.trim() !== '') {
      const here = rows[section]
      if (!here)
        throw new PaperProblem(at + 1, 1, 'The file must begin with the section META. Is it a Pabulib file?')
      here.push({ cells: line.split(';').map((cell) => cell.trim()), line: at + 1 })
    }
  }
  const [projectHead, ...projects] = rows.PROJECTS ?? []
  const [voteHead, ...votes] = rows.VOTES ?? []
  if (!projectHead || !voteHead)
    throw new PaperProblem(1, 1, 'A Pabulib file has the sections META, PROJECTS and VOTES.')
  return {
    meta: rows.META ?? [],
    projectHead: projectHead.cells,
    projects,
    voteHead: voteHead.cells,
    votes,
  }
}

function column(head: readonly string[], name: string): number {
  const at = head.indexOf(name)
  if (at < 0) throw new PaperProblem(1, 1, `No column is headed ${name}.`)
  return at
}

function wholeIn(text: string, line: number, what: string): number {
  const number = Number(text.replace(/\.0+$/, ''))
  if (text !== '' && Number.isSafeInteger(number) && number >= 0) return number
  throw new PaperProblem(line, 1, `${what}: "${text}".`)
}

function utilitiesOf(
  cells: readonly string[],
  {
    line,
    numbers,
    head,
    type,
  }: { line: number; numbers: ReadonlyMap<string, number>; head: readonly string[]; type: string },
): number[] {
  const utilities = new Array<number>(numbers.size).fill(0)
  const marked = (cells[column(head, 'vote')] ?? '').split(',').filter((id) => id !== '')
  const points = head.includes('points') ? (cells[head.indexOf('points')] ?? '').split(',') : []
  for (const [at, id] of marked.entries()) {
    const number = numbers.get(id.trim())
    if (number === undefined)
      throw new PaperProblem(line, 1, `The vote names project "${id}", which PROJECTS does not list.`)
    if (type === 'ordinal') utilities[number] = marked.length - at
    else
      utilities[number] =
        type === 'approval' ? 1 : wholeIn((points[at] ?? '').trim(), line, 'this vote has no whole points')
  }
  return utilities
}
