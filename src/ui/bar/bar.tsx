export type BarProps = { share: number; label?: string; size?: 'thin'; late?: boolean }

/** A share 0…1 as a bar. Its words stand beside it, so it is silent unless it has a `label`. A late one is pointed. */
export function Bar({ share, label, size, late }: BarProps) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  const point = Math.max(0, width - 2)
  return (
    <svg
      class={['bar', size, late && 'late'].filter(Boolean).join(' ')}
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={!label || undefined}
    >
      <path class="all" d="M0 0h100v1H0z" />
      <path class="share" d={late ? `M0 0H${point}L${width} .5L${point} 1H0z` : `M0 0H${width}V1H0z`} />
    </svg>
  )
}
