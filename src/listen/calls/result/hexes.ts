import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from '#core/config/project-root.ts'

export interface Hex {
  /** Column and row of an odd-r layout, rows counted from the south. */
  q: number
  r: number
}

/**
 * Nations and regions as one hexagon each, laid out by us so that neighbours stay neighbours; found by the unit's slug, so
 * that a house whose tree has other slugs has a table and no map.
 */
const NATIONS_AND_REGIONS: Readonly<Record<string, Hex>> = {
  scotland: { q: 2, r: 5 },
  'northern-ireland': { q: 0, r: 4 },
  'north-east': { q: 2, r: 4 },
  'north-west': { q: 2, r: 3 },
  'yorkshire-and-the-humber': { q: 3, r: 3 },
  'west-midlands': { q: 2, r: 2 },
  'east-midlands': { q: 3, r: 2 },
  'east-of-england': { q: 4, r: 2 },
  wales: { q: 1, r: 2 },
  'south-west': { q: 1, r: 1 },
  'south-east': { q: 2, r: 1 },
  london: { q: 3, r: 1 },
}

export function hexOf(slug: string): Hex | null {
  return NATIONS_AND_REGIONS[slug] ?? null
}

const facts = z.object({ hexes: z.record(z.string(), z.tuple([z.number(), z.number()])) })
let constituencies: Readonly<Record<string, readonly [number, number]>> | null = null

/** The 650 constituencies of 2024 by their ONS code, as laid out in db/facts; another tree has a table and no map. */
export function hexOfConstituency(code: string): Hex | null {
  if (!constituencies) {
    const file = path.join(projectRoot, 'db', 'facts', 'uk-constituencies-2024.json')
    constituencies = facts.parse(JSON.parse(readFileSync(file, 'utf8'))).hexes
  }
  const place = constituencies[code]
  return place ? { q: place[0], r: place[1] } : null
}
