const dots = Array.from({ length: 9 }, (_, at) => {
  const turn = (at / 9) * 2 * Math.PI
  return { x: 20 + 14.5 * Math.sin(turn), y: 20 - 14.5 * Math.cos(turn), r: at === 0 ? 4.6 : 2.7 }
})

/** The ring as a small picture for the browser's tab, as an address that needs no further request. */
export function ringPicture(colour: string): string {
  const circles = dots.map(({ x, y, r }) => `<circle cx='${x.toFixed(1)}' cy='${y.toFixed(1)}' r='${r}'/>`)
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40' fill='${colour}'>${circles.join('')}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** Nine people in a circle, one speaking: the emblem of the house, in the colour of the words around it. */
export function Ring() {
  return (
    <svg class="ring" viewBox="0 0 40 40" aria-hidden="true">
      {dots.map(({ x, y, r }) => (
        <circle key={x} cx={x.toFixed(2)} cy={y.toFixed(2)} r={r} />
      ))}
    </svg>
  )
}
