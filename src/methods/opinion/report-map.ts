import type { Opinion } from './analyse.ts'
import { inDims } from './choose-groups.ts'
import { extremities } from './opinion-map.ts'
import type { Stability } from './stability.ts'

/** Where everyone and everything stands on the flat map. */
export function mapOf(opinion: Opinion, stability: Stability | undefined) {
  const { table, components } = opinion
  const people = inDims(opinion.people, 2)
  const statements = inDims(opinion.statements, 2)
  const far = extremities(statements)
  const certainty = new Map(
    stability && Array.from(opinion.members, (person, i) => [person, stability.certainty[i]]),
  )
  return {
    variance_shares: Array.from(components.shares),
    people: table.participants.map((id, person) => ({
      id,
      ...placeAt(people, person),
      votes: (table.rowStart[person + 1] ?? 0) - (table.rowStart[person] ?? 0),
      group: opinion.groupOf[person] === -1 ? null : opinion.groupOf[person],
      certainty: certainty.get(person),
    })),
    statements: table.statements.map((id, index) => ({
      id,
      ...placeAt(statements, index),
      extremity: far[index],
    })),
  }
}

function placeAt({ values, dims }: { values: Float64Array; dims: number }, index: number) {
  return { x: values[index * dims] ?? 0, y: dims > 1 ? (values[index * dims + 1] ?? 0) : 0 }
}

/** What a person needs to re-do each step by hand: means, loadings, and every group's counts on every statement. */
export function traceOf(opinion: Opinion) {
  const { components, counts, table } = opinion
  return {
    order:
      'participants and statements by id: whole numbers by value, then others by code unit; sums run in that order',
    residual: components.residual,
    base_clusters: baseClustersOf(opinion),
    statements: table.statements.map((id, index) => ({
      id,
      mean: components.center[index],
      loadings: components.vectors.map((vector) => vector[index]),
      by_group: counts.map(({ agrees, disagrees, seen }) => ({
        agrees: agrees[index],
        disagrees: disagrees[index],
        seen: seen[index],
      })),
    })),
  }
}

/** The base clusters of the space in which the groups were found: their centres, and who stands in each. */
function baseClustersOf({ groupings, grouping, members, table }: Opinion) {
  const base = groupings.find((one) => one.base.centers.dims === grouping.dims)?.base
  if (!base) return []
  const { dims, values, size } = base.centers
  const people: string[][] = Array.from({ length: size }, () => [])
  base.labels.forEach((label, i) => {
    people[label]?.push(table.participants[members[i] ?? 0] ?? '')
  })
  return people.map((own, label) => ({
    center: Array.from(values.subarray(label * dims, (label + 1) * dims)),
    people: own,
  }))
}
