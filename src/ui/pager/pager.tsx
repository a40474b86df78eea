import { Icon } from '../icon/icon.tsx'

type Way = { href: string; label: string }

export type PagerProps = {
  label: string
  /** "21 to 40 of 641". */
  here: string
  back?: Way
  forward?: Way
}

export function Pager({ label, here, back, forward }: PagerProps) {
  return (
    <nav class="pager" aria-label={label}>
      {back && (
        <a href={back.href} rel="prev">
          <Icon name="back" />
          {back.label}
        </a>
      )}
      <span class="quiet">{here}</span>
      {forward && (
        <a href={forward.href} rel="next">
          {forward.label}
          <Icon name="forward" />
        </a>
      )}
    </nav>
  )
}
