import { Button } from '../button/button.tsx'
import { ChoiceGroup } from '../choice-group/choice-group.tsx'
import { BulkBar, Desk, QueueGroup, QueueItem } from '../desk/desk.tsx'
import { SearchField, TextArea } from '../field/fields.tsx'
import { Form, FormActions } from '../form/form.tsx'
import { Head } from '../head/head.tsx'
import { Mark, type Status } from '../mark/mark.tsx'
import { Notice } from '../notice/notice.tsx'
import { PromiseClock } from '../promise-clock/promise-clock.tsx'
import { Quote } from '../quote/quote.tsx'
import { Tabs } from '../tabs/tabs.tsx'
import type { GalleryWords } from './words-en.ts'

const lateness: Status[] = ['overdue', 'due-soon', 'received']
const days = [31, 19, 4]
const outcomes: Status[] = ['accepted', 'passed-on', 'answered', 'merged', 'deferred', 'refused']

export function DeskSample(words: GalleryWords) {
  const { desk } = words
  return (
    <>
      <Head title={desk.title} facts={desk.facts}>
        <Tabs
          label={desk.queues}
          tabs={desk.tabs.map((label, at) => ({ label, href: '/gallery/desk', current: at === 0 }))}
        />
      </Head>
      <Desk label={desk.queue} queue={<Queue {...words} />}>
        <Matter {...words} />
      </Desk>
    </>
  )
}

function Queue({ desk, form }: GalleryWords) {
  return (
    <>
      <Form action="/gallery/desk" method="get" role="search" label={desk.find}>
        <SearchField name="q" label={desk.find} hideLabel button={form.fields[5] ?? ''} />
      </Form>
      {desk.items.map(([title, facts, left], at) => (
        <QueueGroup heading={<Mark status={lateness[at] ?? 'received'}>{desk.groups[at]}</Mark>}>
          <QueueItem
            title={{ words: title, href: '/gallery/desk' }}
            current={at === 1}
            facts={facts}
            mark={<Mark status={lateness[at] ?? 'received'}>{left}</Mark>}
            clock={<PromiseClock size="small" day={days[at] ?? 1} promisedDays={28} label={left ?? ''} />}
            choose={{ value: String(at), label: `${desk.choose} ${at}`, form: 'bulk', checked: at > 0 }}
          />
        </QueueGroup>
      ))}
      <BulkBar id="bulk" action="/gallery/desk" label={desk.bulk} words={desk.bulkWords}>
        {desk.bulkButtons.map((label) => (
          <Button size="small" name="outcome" value={label}>
            {label}
          </Button>
        ))}
      </BulkBar>
    </>
  )
}

function Matter({ desk, story, parts, lang, dir }: GalleryWords) {
  return (
    <>
      <h2>{story.title}</h2>
      <Quote lang={lang} dir={dir} by={parts.by}>
        {story.said}
      </Quote>
      <Notice kind="soon" icon="merged">
        <p>{desk.alike}</p>
      </Notice>
      <Form action="/gallery/desk">
        <ChoiceGroup
          columns
          name="outcome"
          legend={desk.decision}
          chosen="accepted"
          choices={outcomes.map((status, at) => ({
            value: status,
            label: desk.outcomes[at],
            explanation: desk.means[at],
            status,
          }))}
        />
        <TextArea name="reason" label={desk.why} hint={desk.whyHint} rows={4} />
        <FormActions>
          <Button>{desk.record}</Button>
        </FormActions>
      </Form>
    </>
  )
}
