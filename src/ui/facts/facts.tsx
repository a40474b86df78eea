import type { ComponentChildren } from 'preact'

export type Fact = { label: ComponentChildren; value: ComponentChildren; plain?: boolean }

/** Labels over values in columns, or as ruled `lines`. A `plain` value is words rather than a figure. */
export function Facts({ facts, lines }: { facts: Fact[]; lines?: boolean }) {
  return (
    <dl class={lines ? 'facts lines' : 'facts'}>
      {facts.map(({ label, value, plain }) => (
        <div>
          <dt>{label}</dt>
          <dd class={plain ? 'plain' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
