import type { ComponentChildren } from 'preact'

/** How far a long piece of work is, in words and as a bar. `id` joins the two. */
export function Progress({
  id,
  words,
  done,
  of,
}: {
  id: string
  words: ComponentChildren
  done: number
  of: number
}) {
  return (
    <p class="progress">
      <label for={id}>{words}</label>
      <progress id={id} max={of} value={done} />
    </p>
  )
}
