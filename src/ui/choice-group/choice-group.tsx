import type { ComponentChildren } from 'preact'
import { FieldError } from '../field/field.tsx'
import { Mark, type Status } from '../mark/mark.tsx'

export type Choice = {
  value: string
  label: ComponentChildren
  /** What follows from choosing it. */
  explanation?: ComponentChildren
  /** Its shape in the status vocabulary, as on the clerk's desk. */
  status?: Status
  disabled?: boolean
}

export type ChoiceGroupProps = {
  name: string
  id?: string
  /** The question. */
  legend: ComponentChildren
  hideLegend?: boolean
  hint?: ComponentChildren
  error?: ComponentChildren
  choices: Choice[]
  /** What was chosen before. */
  chosen?: string | string[]
  /** Several may be chosen. */
  many?: boolean
  /** Side by side where there is room: two, or three with short labels. */
  columns?: boolean | 'three'
}

/** A question with few answers, each with its consequence. The first box has the group's id, for the error summary. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { name, id = name, legend, hideLegend, hint, error, choices, columns } = props
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset class={error ? 'choices wrong' : 'choices'} aria-describedby={described || undefined}>
      <legend class={hideLegend ? 'unseen' : undefined}>{legend}</legend>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div class={listClass(columns)}>
        {choices.map((choice, at) => (
          <Answer {...choice} {...props} id={at === 0 ? id : `${id}-${choice.value}`} />
        ))}
      </div>
    </fieldset>
  )
}

function listClass(columns: ChoiceGroupProps['columns']): string {
  if (columns === 'three') return 'choices-list in-columns of-three'
  return columns ? 'choices-list in-columns' : 'choices-list'
}

type AnswerProps = Choice & Pick<ChoiceGroupProps, 'name' | 'chosen' | 'many'> & { id: string }

function Answer({ id, name, value, label, explanation, status, disabled, chosen, many }: AnswerProps) {
  const isChosen = Array.isArray(chosen) ? chosen.includes(value) : chosen === value
  const type = many ? 'checkbox' : 'radio'
  return (
    <div class="choice">
      <input
        id={id}
        type={type}
        name={name}
        value={value}
        checked={isChosen}
        disabled={disabled}
        aria-describedby={explanation ? `${id}-means` : undefined}
      />
      <label for={id}>{status ? <Mark status={status}>{label}</Mark> : label}</label>
      {explanation && <span id={`${id}-means`}>{explanation}</span>}
    </div>
  )
}
