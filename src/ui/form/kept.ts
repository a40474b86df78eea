import type { FieldProblem } from '#core/http/answer.ts'

type Typed = Readonly<Record<string, unknown>>

/** What was typed, as a box takes it. */
export const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** What is not right with a box. */
export const errorOf = (problems: readonly FieldProblem[], field: string) =>
  problems.find((problem) => problem.field === field)?.message

/** What each box of a form that came back shows: its name, what was typed or chosen in it, and what is not right. */
export function keptIn(typed: Typed, problems: readonly FieldProblem[]) {
  return {
    field: (name: string) => ({ name, value: textOf(typed[name]), error: errorOf(problems, name) }),
    choice: (name: string) => ({ name, chosen: textOf(typed[name]), error: errorOf(problems, name) }),
  }
}
