import type { ComponentChildren } from 'preact'
import { Ring } from '../ring/ring.tsx'

/** Nothing here yet: why, and the next step. */
export function Empty({
  title,
  actions,
  children,
}: {
  title: ComponentChildren
  actions?: ComponentChildren
  children?: ComponentChildren
}) {
  return (
    <div class="empty">
      <Ring />
      <p class="empty-title">{title}</p>
      {children && <p>{children}</p>}
      {actions && <div class="line">{actions}</div>}
    </div>
  )
}
