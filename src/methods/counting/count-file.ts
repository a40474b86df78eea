import { countback } from './countback.ts'
import type { Completion, Satisfaction } from './equal-shares.ts'
import { equalSharesResult } from './equal-shares-result.ts'
import { castVoteRecords } from './formats/cast-vote-records.ts'
import { csvRows } from './formats/csv-rows.ts'
import { readRctabConfig } from './formats/rctab-config.ts'
import { readGroups } from './formats/read-groups.ts'
import { readPabulib } from './formats/read-pabulib.ts'
import { readPapers } from './formats/read-papers.ts'
import { readXlsx } from './formats/read-xlsx.ts'
import { drawnLots, type Lots, lotsFromPapers, seededLots } from './lots.ts'
import type { Papers } from './papers.ts'
import { countRctab } from './rctab.ts'
import { CountRefused, type Result } from './result.ts'
import { ruleBookNamed, ruleBooks } from './rule-books.ts'
import type { GroupMinimum } from './stv/groups.ts'

/** What a returning officer says beside the file. Lists of names are separated by semicolons. */
export interface CountSettings {
  rules?: string | undefined
  places?: string | undefined
  seed?: string | undefined
  lots?: string | undefined
  candidates?: string | undefined
  withdrawn?: string | undefined
  groups?: string | undefined
  minimum?: string | undefined
  vacancy?: string | undefined
  /** Gives the bytes of a file; the only way this function sees the world. */
  read(path: string): Promise<Uint8Array>
  onProgress?(done: number, total: number): void
}

/** Reads a file of papers with its settings and counts it. Throws `PaperProblem` or `CountRefused` with what to mend. */
export async function countFile(
  file: string,
  settings: CountSettings,
): Promise<{ result: Result; papers?: Papers }> {
  if (/\.json$/i.test(file)) return countRctabFile(file, settings)
  if (settings.rules?.startsWith('equal-shares') || /\.pb$/i.test(file)) return countBudget(file, settings)
  const book = ruleBookNamed(settings.rules ?? '')
  if (!book) throw new CountRefused(whichRules(settings.rules))
  const candidates = settings.candidates === undefined ? undefined : listOf(settings.candidates)
  const read = readPapers(file, await settings.read(file), { candidates, onProgress: settings.onProgress })
  const papers = withdraw(read, listOf(settings.withdrawn ?? ''))
  const places = settings.places === undefined ? (papers.places ?? 1) : placesIn(settings.places)
  const minimums = await minimumsOf(papers, settings)
  const request = { papers, places, lots: lotsOf(papers, settings), minimums }
  const result = book.count(request)
  if (settings.vacancy === undefined) return { result, papers }
  const vacated = candidateNamed(papers, settings.vacancy)
  // Who serves is what the election itself gave: the candidates withdrawn since then stood in it.
  const before = book.count({ ...request, papers: read })
  return { result: countback(book, request, { vacated, before }), papers }
}

/** Equal shares over a Pabulib file; `rules` may name the satisfaction and the completion: `equal-shares/count/add1`. */
async function countBudget(file: string, settings: CountSettings): Promise<{ result: Result }> {
  const [, satisfaction = 'cost', completion = 'add1u'] = (settings.rules ?? 'equal-shares').split('/')
  const isSatisfaction = (word: string): word is Satisfaction => word === 'cost' || word === 'count'
  const isCompletion = (word: string): word is Completion =>
    ['none', 'add1', 'utilitarian', 'add1u'].includes(word)
  if (!isSatisfaction(satisfaction) || !isCompletion(completion))
    throw new CountRefused(
      'A budget is counted by equal-shares, equal-shares/count or equal-shares/cost/none (add1, utilitarian, add1u).',
    )
  const vote = readPabulib(await settings.read(file))
  const names = vote.projects.map(({ name }) => name)
  const lots = settings.seed === undefined ? undefined : seededLots(names, settings.seed)
  return { result: equalSharesResult(vote, { satisfaction, completion, lots }) }
}

/** An RCTab configuration names its rules and, beside itself, its cast vote records. */
async function countRctabFile(file: string, settings: CountSettings): Promise<{ result: Result }> {
  if (settings.rules !== undefined && settings.rules !== 'rctab')
    throw new CountRefused(
      `The configuration brings its own rules: leave --rules away, or convert the papers for ${settings.rules}.`,
    )
  const config = readRctabConfig(new TextDecoder().decode(await settings.read(file)))
  const folder = file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
  const tables = []
  for (const { path } of config.sources) {
    const bytes = await settings.read(path.startsWith('/') ? path : folder + path)
    tables.push(/\.xlsx$/i.test(path) ? readXlsx(bytes) : csvRows(bytes))
  }
  const records = castVoteRecords(config, tables)
  const lots =
    settings.seed === undefined
      ? drawnLots([...records.candidates.keys()])
      : seededLots(records.candidates, settings.seed)
  return { result: countRctab(records, config.rules, lots) }
}

function whichRules(asked: string | undefined): string {
  const names = ruleBooks.map(({ name }) => name).join(', ')
  return asked === undefined
    ? `Say by which rules to count: --rules NAME, one of ${names}.`
    : `There are no rules "${asked}". Known are ${names}.`
}

function listOf(text: string): string[] {
  return text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function placesIn(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new CountRefused(`"${text}" is no number of places: write a whole number from 1.`)
}

function candidateNamed(papers: Papers, name: string): number {
  const candidate = papers.candidates.indexOf(name)
  if (candidate >= 0) return candidate
  throw new CountRefused(`"${name}" is none of the candidates: ${papers.candidates.join(', ')}.`)
}

function withdraw(papers: Papers, names: readonly string[]): Papers {
  if (names.length === 0) return papers
  const withdrawn = new Set([...papers.withdrawn, ...names.map((name) => candidateNamed(papers, name))])
  return { ...papers, withdrawn }
}

function lotsOf(papers: Papers, { seed, lots }: CountSettings): Lots {
  if (seed !== undefined) {
    if (!/^(?:[0-9a-f]{2})+$/i.test(seed))
      throw new CountRefused('The seed must be hexadecimal: pairs of 0 to 9 and a to f.')
    return seededLots(papers.candidates, seed.toLowerCase())
  }
  if (lots !== undefined) {
    const order = listOf(lots).map((name) => candidateNamed(papers, name))
    if (new Set(order).size !== papers.candidates.length)
      throw new CountRefused('The order of lots must name every candidate once, separated by semicolons.')
    return drawnLots(order)
  }
  return papers.lots ? drawnLots(papers.lots, 'the order of lots in the file') : lotsFromPapers(papers)
}

async function minimumsOf(papers: Papers, { groups, minimum, read }: CountSettings): Promise<GroupMinimum[]> {
  if (minimum === undefined) return []
  if (groups === undefined)
    throw new CountRefused('Minimum places need --groups FILE, a CSV with the headings candidate,group.')
  const members = readGroups(await read(groups), papers.candidates)
  return listOf(minimum).map((part) => {
    const [, name = '', number = ''] = /^(.+)=(\d+)$/.exec(part) ?? []
    const found = members.get(name.trim())
    if (!found)
      throw new CountRefused(
        `"${part}" is no minimum: write GROUP=NUMBER with one of ${[...members.keys()].join(', ')}.`,
      )
    return { name: name.trim(), members: found, minimum: Number(number) }
  })
}
