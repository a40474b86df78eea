import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon/icon.tsx'

/** A short word about a thing: a language, a kind, a chosen filter (with the address that takes it off). */
export function Tag({
  icon,
  children,
  remove,
}: {
  icon?: IconName
  children: ComponentChildren
  remove?: { href: string; label: string }
}) {
  return (
    <span class="tag">
      {icon && <Icon name={icon} />}
      {children}
      {remove && (
        <a href={remove.href} aria-label={remove.label}>
          <Icon name="cross" />
        </a>
      )}
    </span>
  )
}
