import { Icon } from '../icon/icon.tsx'
import { Field, type FieldProps } from './field.tsx'

/** What was typed is kept: the value comes back as it was sent. */
type Kept = { value?: string }
type Direction = { lang?: string; dir?: 'ltr' | 'rtl' | 'auto' }

export type TextFieldProps = FieldProps &
  Kept &
  Direction & {
    type?: 'text' | 'email' | 'tel' | 'url'
    autocomplete?: string
    inputMode?: 'numeric' | 'decimal' | 'email' | 'tel'
    maxLength?: number
    readOnly?: boolean
    /** For few letters: a year, a postcode, a code. */
    short?: boolean
    /** Offered while one types; anything else may be typed all the same. */
    suggestions?: readonly { value: string; about?: string }[]
  }

/** An address of mail or the web and a telephone number run from left to right in every language. */
export function TextField({ type = 'text', short, suggestions, ...props }: TextFieldProps) {
  const { value, lang, autocomplete, inputMode, maxLength, readOnly, ...field } = props
  const dir = props.dir ?? (type === 'text' ? undefined : 'ltr')
  const list = suggestions && `${field.id ?? field.name}-list`
  // Typed as any object, because the types of an input are a union by its literal `type`.
  const own: object = { type, value, lang, dir, autocomplete, inputMode, maxLength, readOnly, list }
  return (
    <>
      <Field
        {...field}
        box={(joined) => <input class={short ? 'short' : undefined} {...own} {...joined} />}
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.map(({ value, about }) => (
            <option value={value}>{about}</option>
          ))}
        </datalist>
      )}
    </>
  )
}

/** Words of a person: they may be in any language, so without a known one the direction follows what is typed. */
export function TextArea({
  rows = 7,
  value,
  lang,
  dir = 'auto',
  maxLength,
  ...field
}: FieldProps & Kept & Direction & { rows?: number; maxLength?: number }) {
  return (
    <Field
      {...field}
      box={(joined) => (
        <textarea rows={rows} value={value} lang={lang} dir={dir} maxLength={maxLength} {...joined} />
      )}
    />
  )
}

export type Option = { value: string; label: string; lang?: string; disabled?: boolean }
export type OptionGroup = { heading: string; options: Option[] }

export function SelectField({
  options,
  value,
  ...field
}: FieldProps & Kept & { options: (Option | OptionGroup)[] }) {
  return (
    <Field
      {...field}
      box={(joined) => (
        <select {...joined}>
          {options.map((option) =>
            'options' in option ? (
              <optgroup label={option.heading}>{option.options.map((one) => choice(one, value))}</optgroup>
            ) : (
              choice(option, value)
            ),
          )}
        </select>
      )}
    />
  )
}

function choice({ value, label, lang, disabled }: Option, chosen: string | undefined) {
  return (
    <option value={value} lang={lang} disabled={disabled} selected={value === chosen}>
      {label}
    </option>
  )
}

/** Days as the browser asks for them; `value`, `from` and `until` are `2026-11-22`. */
export function DateField({
  value,
  from,
  until,
  withTime,
  ...field
}: FieldProps & Kept & { from?: string; until?: string; withTime?: boolean }) {
  const type = withTime ? 'datetime-local' : 'date'
  return (
    <Field
      {...field}
      box={(joined) => <input class="short" type={type} value={value} min={from} max={until} {...joined} />}
    />
  )
}

/** A file cannot be kept over an error by any browser: the hint says so, and what is accepted. */
export function FileField({ accept, many, ...field }: FieldProps & { accept: string[]; many?: boolean }) {
  return (
    <Field
      {...field}
      box={(joined) => <input type="file" accept={accept.join(',')} multiple={many} {...joined} />}
    />
  )
}

/** A box to find things, with its button beside it; put it in a form with `method="get"`. */
export function SearchField({ value, button, ...field }: FieldProps & Kept & { button: string }) {
  return (
    <Field
      {...field}
      box={(joined) => (
        <span class="search">
          <input type="search" value={value} dir="auto" {...joined} />
          <button class="button second small" type="submit">
            <Icon name="find" />
            <span class="unseen">{button}</span>
          </button>
        </span>
      )}
    />
  )
}
