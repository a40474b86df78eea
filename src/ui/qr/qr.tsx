/** The squares of a QR code, row by row, 1 for dark: what `create(text).modules` of the `qrcode` library holds. */
export type QrModules = { size: number; data: ArrayLike<number> }

/** Always dark on light with its quiet border, in the dark too: readers fail on the reverse. */
export function Qr({ modules, label }: { modules: QrModules; label: string }) {
  const { size } = modules
  return (
    <svg
      class="qr"
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
      <path d={pathOf(modules)} fill="#000" />
    </svg>
  )
}

/** Neighbours in a row are drawn as one bar, which halves the size. */
function pathOf({ size, data }: QrModules): string {
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!data[row * size + column]) continue
      const start = column
      while (column + 1 < size && data[row * size + column + 1]) column++
      path += `M${start} ${row}h${column - start + 1}v1H${start}z`
    }
  }
  return path
}
