export type Stage = 1 | 2 | 3 | 4 | 5 | 6

const point = (degrees: number) => {
  const turn = (degrees * Math.PI) / 180
  return `${(50 + 38 * Math.sin(turn)).toFixed(1)} ${(50 - 38 * Math.cos(turn)).toFixed(1)}`
}
const arcs = ([1, 2, 3, 4, 5, 6] as const).map((stage) => {
  const middle = (stage - 0.5) * 60
  return { stage, d: `M${point(middle - 22)}A38 38 0 0 1 ${point(middle + 22)}` }
})

const standing = (arc: Stage, at: Stage) => (arc === at ? 'now' : arc < at ? 'done' : 'ahead')

/** Where a matter is on listen → propose → deliberate → decide → deliver → learn. `label` says it in words. */
export function Round({ stage, label, size }: { stage: Stage; label: string; size?: 'large' }) {
  return (
    <svg class={size ? `round ${size}` : 'round'} viewBox="0 0 100 100" role="img" aria-label={label}>
      {arcs.map((arc) => (
        <path key={arc.stage} class={standing(arc.stage, stage)} d={arc.d} />
      ))}
    </svg>
  )
}
