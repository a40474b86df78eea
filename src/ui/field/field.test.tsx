import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { DateField, FileField, SearchField, SelectField, TextArea, TextField } from './fields.tsx'

test('label, hint and error are joined to the box', () => {
  const markup = render(
    <TextField name="title" label="A title" hint="Start with what should happen." error="Give it a title" />,
  )
  expect(markup).toContain('<label for="title">A title</label>')
  expect(markup).toContain('<span class="hint" id="title-hint">')
  expect(markup).toContain('<span class="field-error" id="title-error">')
  expect(markup).toContain(
    'id="title" name="title" aria-describedby="title-hint title-error" aria-invalid="true"',
  )
})

test('the hint stands above the box', () => {
  const markup = render(<TextField name="title" label="A title" hint="Hint" />)
  expect(markup.indexOf('title-hint"')).toBeLessThan(markup.indexOf('<input'))
})

test('a field without hint or error points to nothing', () => {
  const markup = render(<TextField name="title" label="A title" />)
  expect(markup).not.toMatch(/aria-|class="field wrong"/)
})

test('an address and a telephone number run from left to right on every page, words as the page does', () => {
  for (const type of ['email', 'tel', 'url'] as const)
    expect(render(<TextField name="to" label="" type={type} />)).toContain('dir="ltr"')
  expect(render(<TextField name="to" label="" />)).not.toContain('dir=')
})

test('what was typed is kept, as words and never as markup', () => {
  expect(render(<TextField name="title" label="" value={'"><script>'} />)).toContain(
    'value="&quot;>&lt;script>"',
  )
  expect(render(<TextArea name="words" label="" value={'</textarea><b>'} />)).toContain(
    '>&lt;/textarea>&lt;b></textarea>',
  )
})

test('words find their direction as they are typed', () => {
  expect(render(<TextArea name="words" label="Why" />)).toContain('dir="auto"')
  expect(render(<TextArea name="words" label="Why" lang="ur" dir="rtl" />)).toContain('lang="ur" dir="rtl"')
})

test('the chosen option is the one that was sent', () => {
  const options = [
    { value: '', label: 'Choose' },
    { heading: 'Regions', options: [{ value: 'north', label: 'Northmoor' }] },
  ]
  const markup = render(<SelectField name="place" label="Place" options={options} value="north" />)
  expect(markup).toContain(
    '<optgroup label="Regions"><option value="north" selected>Northmoor</option></optgroup>',
  )
  expect(markup.match(/selected/g)).toHaveLength(1)
})

test('days, files and searches are the browser’s own boxes', () => {
  expect(render(<DateField name="until" label="Until" value="2026-12-01" from="2026-11-23" />)).toContain(
    'type="date" value="2026-12-01" min="2026-11-23"',
  )
  expect(
    render(<FileField name="photo" label="Photograph" accept={['image/jpeg', 'image/png']} many />),
  ).toContain('type="file" accept="image/jpeg,image/png" multiple')
  const search = render(<SearchField name="q" label="Find in this queue" hideLabel button="Find" />)
  expect(search).toContain('<label class="unseen" for="q">')
  expect(search).toContain('<span class="unseen">Find</span></button>')
})

test('two forms on a page may hold the same name', () => {
  const markup = render(<TextField name="reason" id="refuse-reason" label="Why" error="Say why" />)
  expect(markup).toContain('for="refuse-reason"')
  expect(markup).toContain('id="refuse-reason" name="reason" aria-describedby="refuse-reason-error"')
})
