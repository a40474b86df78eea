import type { ComponentChildren } from 'preact'

type Holder = { children: ComponentChildren; class?: string }

const classes = (...names: (string | undefined | false)[]) => names.filter(Boolean).join(' ')

/** The width of a page: at most 77rem, with air at the sides. */
export function Wrap({ children }: Holder) {
  return <div class="wrap">{children}</div>
}

/** Things below one another. */
export function Stack({ gap, children }: Holder & { gap?: 'tight' | 'wide' }) {
  return <div class={classes('stack', gap)}>{children}</div>
}

/** Small things side by side, wrapping; `ends` pushes the first and last to the edges. */
export function Line({ ends, children }: Holder & { ends?: boolean }) {
  return <div class={classes('line', ends && 'ends')}>{children}</div>
}

/** As many equal columns as there is room for. */
export function Columns({ width, children }: Holder & { width?: 'slim' | 'broad' }) {
  return <div class={classes('columns', width)}>{children}</div>
}

/** A filled band across the whole page, in the organisation's deep colour. */
export function Band({ children }: { children: ComponentChildren }) {
  return (
    <div class="band">
      <div class="wrap">{children}</div>
    </div>
  )
}
