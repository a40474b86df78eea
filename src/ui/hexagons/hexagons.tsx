export type Hexagon = {
  /** Place in an odd-r layout: column and row, rows counted from the south. */
  q: number
  r: number
  name: string
  /** As it is read aloud and on pointing: "Wales: 212". */
  words: string
  /** What stands in it; short, or nothing. */
  short: string
  /** Which of the five tones, the first the palest; null where there is nothing to show. */
  band: number | null
  /** Hidden because few are meant: hatched, so that it does not look like none. */
  isHidden?: boolean
}

export type HexagonsProps = {
  /** What the map shows, heard before anything else. */
  label: string
  hexagons: readonly Hexagon[]
  /** One line a tone that occurs, in words. */
  legend: readonly { band: number | null; isHidden?: boolean; words: string }[]
  /** Unique on the page: names the hatching. */
  id: string
}

const HALF = Math.sqrt(3) / 2
const SIZE = 20
const EDGE = 4

/**
 * Units of one level as hexagons of one size, so that a place counts for its people and not for its fields. Each has a tone, a
 * number and a name; the table beside it says the same. Row by row, every second row half a hexagon to the side (odd-r).
 */
export function Hexagons({ label, hexagons, legend, id }: HexagonsProps) {
  const places = hexagons.map((hexagon) => ({ hexagon, ...centreOf(hexagon) }))
  const [left, top] = [Math.min(...places.map(({ x }) => x)), Math.min(...places.map(({ y }) => y))]
  const width = Math.max(...places.map(({ x }) => x)) - left + 2 * SIZE * HALF + 2 * EDGE
  const height = Math.max(...places.map(({ y }) => y)) - top + 2 * SIZE + 2 * EDGE
  return (
    <div class="hexagons">
      <svg viewBox={`0 0 ${short(width)} ${short(height)}`} role="img" aria-label={label}>
        <Hatching id={id} />
        {places.map(({ hexagon, x, y }) => (
          <One
            id={id}
            hexagon={hexagon}
            x={x - left + SIZE * HALF + EDGE}
            y={y - top + SIZE + EDGE}
            isSmall={hexagons.length > 60}
          />
        ))}
      </svg>
      <ul class="bare">
        {legend.map(({ band, isHidden, words }) => (
          <li>
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path class={toneOf({ band })} d="M0 0h20v20H0z" />
              {isHidden && <path fill={`url(#${id})`} d="M0 0h20v20H0z" />}
            </svg>
            {words}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Hatching({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="hatch" d="M0 0v5" />
      </pattern>
    </defs>
  )
}

type OneProps = { id: string; hexagon: Hexagon; x: number; y: number; isSmall: boolean }

function One({ id, hexagon, x, y, isSmall }: OneProps) {
  const shape = outline(x, y)
  return (
    <g>
      <title>{hexagon.words}</title>
      <path class={toneOf(hexagon)} d={shape} />
      {hexagon.isHidden && <path fill={`url(#${id})`} d={shape} />}
      {!isSmall && hexagon.short !== '' && (
        <text class={toneOf(hexagon)} x={short(x)} y={short(y + 3.5)} text-anchor="middle">
          {hexagon.short}
        </text>
      )}
    </g>
  )
}

function toneOf({ band }: Pick<Hexagon, 'band'>): string {
  return band === null ? 'tone-none' : `tone-${band}`
}

function centreOf({ q, r }: Hexagon): { x: number; y: number } {
  const shift = Math.abs(r % 2) === 1 ? 0.5 : 0
  return { x: (q + shift) * 2 * HALF * SIZE, y: -r * 1.5 * SIZE }
}

/** From the top around, in steps from corner to corner: six hundred of them on a page are to be short. */
function outline(x: number, y: number): string {
  const [wide, half] = [short(SIZE * HALF), SIZE / 2]
  return `M${short(x)} ${short(y - SIZE)}l${wide} ${half}v${SIZE}l-${wide} ${half}l-${wide}-${half}v-${SIZE}z`
}

const short = (value: number) => Math.round(value * 10) / 10

/** Five bands by even steps up to the largest; empty ones have none. */
export function bandOf(value: number, largest: number): number | null {
  if (value <= 0 || largest <= 0) return null
  return Math.min(4, Math.floor((value / largest) * 5))
}
