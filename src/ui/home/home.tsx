import type { ComponentChildren } from 'preact'

export type HeroProps = {
  title: ComponentChildren
  lead: ComponentChildren
  actions: ComponentChildren
  /** `<WayRound>`. */
  way?: ComponentChildren
}

/** The head of the front page, on a band. Give the page `wide`, so that the band reaches its edges. */
export function Hero({ title, lead, actions, way }: HeroProps) {
  return (
    <div class="band hero">
      <div class="wrap">
        <div class="stack wide">
          <h1>{title}</h1>
          <p class="lead">{lead}</p>
          <div class="line">{actions}</div>
        </div>
        {way}
      </div>
    </div>
  )
}

export type WayStage = {
  name: string
  href: string
  /** "2 calls open". */
  note: ComponentChildren
  /** Something is open here now, so its arc is full. */
  open?: boolean
}

const point = (degrees: number) => {
  const turn = (degrees * Math.PI) / 180
  return `${(50 + 46 * Math.sin(turn)).toFixed(1)} ${(50 - 46 * Math.cos(turn)).toFixed(1)}`
}

const people = Array.from({ length: 9 }, (_, at) => {
  const turn = (at / 9) * 2 * Math.PI
  return {
    cx: (50 + 21 * Math.sin(turn)).toFixed(1),
    cy: (50 - 21 * Math.cos(turn)).toFixed(1),
    r: at === 0 ? 6.2 : 3.6,
  }
})

/** The way round, listen to learn: a list that becomes a circle where there is room. Six stages, in order. */
export function WayRound({ label, stages }: { label: string; stages: WayStage[] }) {
  return (
    <nav class="way" aria-label={label}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        {stages.map(({ name, open }, at) => (
          <path
            key={name}
            class={open ? 'open-arc' : 'arc'}
            d={`M${point(at * 60 - 27)}A46 46 0 0 1 ${point(at * 60 + 27)}`}
          />
        ))}
        {people.map((person) => (
          <circle key={person.cx + person.cy} {...person} />
        ))}
      </svg>
      <ol class="bare">
        {stages.map(({ name, href, note }) => (
          <li>
            <a href={href}>
              <b>{name}</b> <span class="small">{note}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The promise in one line, beside its clock. */
export function PromiseLine({ children, clock }: { children: ComponentChildren; clock: ComponentChildren }) {
  return (
    <div class="promise-line">
      <p>{children}</p>
      {clock}
    </div>
  )
}
