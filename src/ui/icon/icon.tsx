import { type IconName, shapes } from './shapes.ts'

export type { IconName } from './shapes.ts'

/**
 * One of our own drawings. It stands beside its word and is then silent; alone it needs a `label`.
 * Those that point along the line of reading turn with it.
 */
export function Icon({ name, label, size }: { name: IconName; label?: string; size?: 'large' }) {
  const { turns, drawing } = shapes[name]
  const classes = ['icon', turns && 'turns', size].filter(Boolean).join(' ')
  return (
    <svg
      class={classes}
      viewBox="0 0 24 24"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={!label || undefined}
    >
      {drawing}
    </svg>
  )
}
