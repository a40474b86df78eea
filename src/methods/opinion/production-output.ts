import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { analyse } from './analyse.ts'
import { groupVotes } from './group-votes.ts'
import type { Points } from './opinion-map.ts'
import { findId } from './order-ids.ts'
import { type Answer, tableOf, type VoteTable } from './vote-table.ts'

const shared = process.env['FOLKMOOT_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url))

/** Where the real conversations lie; tests that need them skip where they are absent. */
export const conversations = `${shared}/data/opinion`

export interface ReferenceMath {
  pca: {
    center: number[]
    comps: number[][]
    'comment-projection': number[][]
    'comment-extremity': number[]
  }
  'base-clusters': { id: number[]; members: number[][]; x: number[]; y: number[] }
  'group-clusters': { id: number; members: number[]; center: number[] }[]
  'group-votes': Record<
    string,
    { 'n-members': number; votes: Record<string, { A: number; D: number; S: number }> }
  >
  repness: Record<string, ReferenceRepresentative[]>
  consensus: { agree: ReferenceConsensus[]; disagree: ReferenceConsensus[] }
  'group-aware-consensus': Record<string, number>
  'comment-priorities': Record<string, number>
  'in-conv': number[]
  'mod-out': number[]
  'meta-tids': number[]
}

export interface ReferenceRepresentative {
  tid: number
  'n-success': number
  'n-trials': number
  'p-success': number
  'p-test': number
  repness: number
  'repness-test': number
  'repful-for': string
  'best-agree'?: boolean
}

export type ReferenceConsensus = Omit<ReferenceRepresentative, 'repness' | 'repness-test' | 'repful-for'>

interface RawVote {
  pid?: number
  participant_id?: number
  tid?: number
  statement_id?: number
  vote: Answer
}

/** A raw conversation and what production made of it, with our own analysis beside it. */
export function openProduction(name: string) {
  const read = (file: string) => JSON.parse(readFileSync(`${conversations}/${name}/${file}`, 'utf8'))
  const math: ReferenceMath = read('math-pca2.json')
  const votes: RawVote[] = read('votes.json')
  const table = tableOf(
    votes.map((vote) => ({
      participant: `${vote.pid ?? vote.participant_id}`,
      statement: `${vote.tid ?? vote.statement_id}`,
      answer: vote.vote,
    })),
  )
  const opinion = analyse(table, {
    setAside: math['mod-out'].map(String),
    background: math['meta-tids'].map(String),
    keep: math['in-conv'].map(String),
  })
  return { table, math, opinion, reference: referenceGroups(math, table) }
}

/** The reference's own groups as ours are held: who, in which, where. */
function referenceGroups(math: ReferenceMath, table: VoteTable) {
  const base = math['base-clusters']
  const groupOfBase = new Map(
    math['group-clusters'].flatMap((group) => group.members.map((id) => [id, group.id])),
  )
  const groupOf = new Int32Array(table.participants.length).fill(-1)
  const plane: Points = { size: groupOf.length, dims: 2, values: new Float64Array(groupOf.length * 2) }
  base.members.forEach((members, i) => {
    for (const member of members) {
      const person = findId(table.participants, `${member}`)
      groupOf[person] = groupOfBase.get(base.id[i] ?? -1) ?? -1
      plane.values.set([base.x[i] ?? 0, base.y[i] ?? 0], person * 2)
    }
  })
  const people = [...groupOf.keys()].filter((person) => groupOf[person] !== -1)
  return {
    plane,
    people,
    labels: people.map((person) => groupOf[person]),
    centers: math['group-clusters'].flatMap((group) => group.center),
    counts: groupVotes(table, groupOf, math['group-clusters'].length),
  }
}
