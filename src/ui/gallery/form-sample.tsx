import { Button } from '../button/button.tsx'
import { Check } from '../check/check.tsx'
import { ChoiceGroup } from '../choice-group/choice-group.tsx'
import { ErrorSummary } from '../error-summary/error-summary.tsx'
import { DateField, FileField, SearchField, SelectField, TextArea, TextField } from '../field/fields.tsx'
import { Form, FormActions } from '../form/form.tsx'
import { Head } from '../head/head.tsx'
import { Icon } from '../icon/icon.tsx'
import { Mark } from '../mark/mark.tsx'
import { Notice } from '../notice/notice.tsx'
import { Item, RuledList } from '../ruled-list/ruled-list.tsx'
import { Section } from '../section/section.tsx'
import type { GalleryWords } from './words-en.ts'

export function FormSample({ form, parts }: GalleryWords) {
  return (
    <>
      <Head title={form.title} lead={form.lead} />
      <ErrorSummary
        title={form.wrong}
        problems={[
          { field: 'title', message: form.titleError },
          { field: 'authorship', message: form.nameError },
        ]}
      >
        {form.kept}
      </ErrorSummary>
      <Section
        heading={form.section}
        aside={{ label: form.others, children: <Others form={form} mark={parts.marks[1] ?? ''} /> }}
      >
        <Saying {...form} />
      </Section>
      <Section heading={form.more}>
        <MoreBoxes {...form} />
      </Section>
    </>
  )
}

function Saying(form: GalleryWords['form']) {
  return (
    <Form action="/gallery" hidden={{ csrf: 'gallery' }}>
      <TextField name="title" label={form.titleLabel} hint={form.titleHint} error={form.titleError} />
      <TextArea name="words" label={form.words} hint={form.wordsHint} value={form.typed} />
      <SelectField
        name="to"
        label={form.to}
        options={form.bodies.map((label) => ({ value: label, label }))}
      />
      <ChoiceGroup
        name="authorship"
        legend={form.nameQuestion}
        error={form.nameError}
        chosen="1"
        choices={form.names.map(([label, explanation], at) => ({ value: String(at), label, explanation }))}
      />
      <Check name="follow">{form.tell}</Check>
      <Notice icon="lock">
        <p>{form.data}</p>
        <details>
          <summary>{form.whole}</summary>
          <p>{form.notice}</p>
        </details>
      </Notice>
      <FormActions>
        <Button>{form.buttons[0]}</Button>
        <Button kind="second">{form.buttons[1]}</Button>
        <a href="/gallery">
          <Icon name="print" />
          {form.buttons[2]}
        </a>
      </FormActions>
    </Form>
  )
}

function MoreBoxes({ fields }: GalleryWords['form']) {
  const [email = '', only = '', until = '', files = '', find = '', button = '', fileHint] = fields
  return (
    <Form action="/gallery" method="get">
      <TextField name="email" type="email" autocomplete="email" label={email} value="nasreen@example.org" />
      <TextField name="notice" label={only} value="14" readOnly short />
      <DateField name="until" label={until} value="2026-12-01" />
      <FileField name="files" label={files} hint={fileHint} accept={['image/jpeg', 'application/pdf']} many />
      <SearchField name="q" label={find} button={button} />
    </Form>
  )
}

function Others({ form, mark }: { form: GalleryWords['form']; mark: string }) {
  return (
    <section>
      <h3>{form.others}</h3>
      <RuledList>
        <Item
          title={{ words: form.otherTitle, href: '/gallery/story' }}
          mark={<Mark status="considered">{mark}</Mark>}
          facts={[form.otherFact]}
        />
      </RuledList>
    </section>
  )
}
