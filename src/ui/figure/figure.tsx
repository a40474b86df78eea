import type { ComponentChildren } from 'preact'

/** No bare number: the figure, and under it what it is a figure of (`base`), with a way to see how it was made. */
export function Figure({ value, base }: { value: ComponentChildren; base: ComponentChildren }) {
  return (
    <p class="figure">
      <span>{value}</span> <span class="base">{base}</span>
    </p>
  )
}
