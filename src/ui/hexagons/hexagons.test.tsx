import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { projectRoot } from '#core/config/project-root.ts'
import { bandOf, type Hexagon, Hexagons } from './hexagons.tsx'

const legend = [{ band: 0, words: '1 to 20' }]
const hexagon = (q: number, r: number, more: Partial<Hexagon> = {}): Hexagon => ({
  q,
  r,
  name: 'Wales',
  words: 'Wales: 12',
  short: '12',
  band: 0,
  ...more,
})

test('each hexagon has a name, a number and a tone; a hidden one is hatched', () => {
  const markup = render(
    <Hexagons
      id="map"
      label="Answers by region"
      legend={legend}
      hexagons={[hexagon(0, 0), hexagon(1, 0, { isHidden: true, short: '', words: 'Kent: few' })]}
    />,
  )
  expect(markup).toContain('role="img" aria-label="Answers by region"')
  expect(markup).toContain('<title>Wales: 12</title><path class="tone-0"')
  expect(markup).toContain('<title>Kent: few</title>')
  expect(markup.match(/fill="url\(#map\)"/g)).toHaveLength(1)
})

/** Where the hexagons' centres are drawn, from the outlines. */
function centres(hexagons: readonly Hexagon[]): { x: number; y: number }[] {
  const markup = render(<Hexagons id="map" label="" legend={[]} hexagons={hexagons} />)
  return [...markup.matchAll(/ d="M([\d.]+) ([\d.]+)l/g)].slice(-hexagons.length).map(([, x, y]) => ({
    x: Number(x),
    y: Number(y) + 20,
  }))
}

test('north is up, and every odd row stands half a hexagon to the east', () => {
  const [south, north] = centres([hexagon(0, 0), hexagon(0, 1)])
  expect(north?.y).toBeLessThan(south?.y ?? 0)
  expect((north?.x ?? 0) - (south?.x ?? 0)).toBeCloseTo(17.3, 0)
})

test('five bands by even steps', () => {
  expect([0, 1, 20, 50, 99, 100].map((value) => bandOf(value, 100))).toEqual([null, 0, 1, 2, 4, 4])
})

const file = path.join(
  process.env.FOLKMOOT_SHARED ?? path.join(projectRoot, '../shared'),
  'data/uk/boundaries/uk-constituencies-2024.hexjson',
)
test.skipIf(!existsSync(file))(
  'the 650 constituencies: no two in one place, neighbours a hexagon apart',
  () => {
    const { hexes } = JSON.parse(readFileSync(file, 'utf8')) as {
      hexes: Record<string, { q: number; r: number }>
    }
    const drawn = centres(Object.values(hexes).map(({ q, r }) => hexagon(q, r)))
    expect(drawn).toHaveLength(650)
    const closest = drawn.map((one, at) =>
      Math.min(
        ...drawn.filter((_, other) => other !== at).map(({ x, y }) => Math.hypot(x - one.x, y - one.y)),
      ),
    )
    expect(Math.min(...closest)).toBeGreaterThan(34)
    expect(closest.filter((distance) => distance < 35).length).toBeGreaterThan(600)
  },
)
