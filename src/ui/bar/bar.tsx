/** A share 0…1 as a bar. Its words stand beside it, so it is silent unless it has a `label`. */
export function Bar({ share, label, size }: { share: number; label?: string; size?: 'thin' }) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  return (
    <svg
      class={size ? `bar ${size}` : 'bar'}
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={!label || undefined}
    >
      <rect class="all" width="100" height="1" />
      <rect width={width} height="1" />
    </svg>
  )
}
