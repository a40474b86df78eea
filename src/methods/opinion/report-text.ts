import type { OpinionReport } from './report.ts'

type Rows = { headings: readonly string[]; rows: readonly (readonly (string | number)[])[] }

export interface Chapter {
  title: string
  lines: string[]
  table?: Rows
}

/** The report as paragraphs and tables, for whoever draws them. */
export function chaptersOf(report: OpinionReport): Chapter[] {
  return [
    { title: 'Groups', lines: [...overview(report), ...warnings(report)], table: groupRows(report) },
    ...(report.groups.length > 1 ? report.groups.map(groupChapter) : []),
    ...(report.minorities ?? []).map(minorityChapter),
    ...sharedChapter('What most agree on, all votes together', report.consensus.agree, report),
    ...sharedChapter('What most reject, all votes together', report.consensus.disagree, report),
    ranking(
      'Agreed in every group (product of the groups’ shares)',
      'value',
      report.group_aware_consensus.map((one) => [wording(one), one.value.toFixed(4)]),
    ),
    ranking(
      'Worth asking next',
      'priority',
      report.ask_next.map((one) => [wording(one), one.priority.toFixed(2)]),
    ),
  ]
}

function groupChapter(group: OpinionReport['groups'][number]): Chapter {
  return {
    title: `What speaks for group ${letter(group.id)} (${people(group.size)})`,
    lines: group.representative.length === 0 ? ['Nothing sets this group apart from the others.'] : [],
    table: saidRows(group.representative),
  }
}

function minorityChapter(minority: NonNullable<OpinionReport['minorities']>[number]): Chapter {
  const chance = `dealt anew, votes do this in ${percent(minority.chance)} of cases.`
  return {
    title: `A minority inside group ${letter(minority.inside_group)} (${people(minority.size)})`,
    lines: [`${minority.members.join(', ')} stand apart from the rest of their group; ${chance}`],
    table: saidRows(minority.representative),
  }
}

function ranking(title: string, heading: string, rows: string[][]): Chapter {
  return { title, lines: [], table: { headings: ['statement', heading], rows: rows.slice(0, 5) } }
}

/** Groups are shown as A, B, C …: a number would look like a rank. */
export function letter(group: number): string {
  const rest = Math.floor(group / 26)
  return (rest > 0 ? letter(rest - 1) : '') + String.fromCharCode(65 + (group % 26))
}

function overview(report: OpinionReport): string[] {
  const { participants, statements, votes, groups, ungrouped } = report
  return [
    `${counted(participants, 'participant')}, ${counted(statements, 'statement')}, ${counted(votes, 'vote')}; ` +
      `${counted(groups.length, 'group')}.` +
      (ungrouped.length > 0
        ? ` ${people(ungrouped.length)} cast too few votes to be placed in a group.`
        : ''),
  ]
}

function warnings({ clarity, groups }: OpinionReport): string[] {
  const lines: string[] = []
  if (clarity.components_above_noise === 0)
    lines.push('Nothing in these votes stands above noise: the groups below may be no more than chance.')
  if (clarity.components_used > 2)
    lines.push(
      `The groups differ in ${clarity.components_used} directions; the flat map shows only two of them.`,
    )
  const weak = groups.filter((group) => group.verdict === 'doubtful' || group.verdict === 'dissolves')
  if (weak.length > 0) {
    const names = weak.map((group) => letter(group.id)).join(', ')
    lines.push(`With other people of the same kind, ${names} would not come back: treat as provisional.`)
  }
  return lines
}

function groupRows({ groups, clarity }: OpinionReport): Rows {
  const headings = [
    'group',
    'people',
    ...(clarity.resamples > 0 ? ['stability', 'verdict', 'uncertain'] : []),
  ]
  const rows = groups.map(({ id, size, stability, verdict, uncertain }) => [
    letter(id),
    size,
    ...(stability === undefined ? [] : [stability.toFixed(2), verdict ?? '', uncertain ?? 0]),
  ])
  return { headings, rows }
}

type Said = OpinionReport['groups'][number]['representative'][number]

function saidRows(said: readonly Said[]): Rows {
  const rows = said.map((one) => [
    wording(one),
    one.side,
    `${one.count} of ${one.of}`,
    range(one.interval),
    one.ratio.toFixed(2),
  ])
  return { headings: ['statement', 'says', 'votes', '95 % interval', 'against others'], rows }
}

type Shared = OpinionReport['consensus']['agree'][number]

function sharedChapter(title: string, shared: readonly Shared[], report: OpinionReport) {
  if (shared.length === 0) return []
  const headings = ['statement', 'votes', '95 % interval', ...report.groups.map((group) => letter(group.id))]
  const rows = shared.map((one) => [
    wording(one),
    `${one.count} of ${one.of}`,
    range(one.interval),
    ...one.by_group.map(percent),
  ])
  return [{ title, lines: [], table: { headings, rows } }]
}

function wording({ statement, text }: { statement: string; text?: string }): string {
  if (!text) return statement
  const flat = text.replaceAll(/\s+/g, ' ')
  return `${statement} ${flat.length > 72 ? `${flat.slice(0, 71)}…` : flat}`
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function range([low, high]: readonly [number, number]): string {
  return `${Math.round(low * 100)}–${Math.round(high * 100)} %`
}
