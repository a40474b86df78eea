import type { ComponentChildren } from 'preact'
import { Bar } from '../bar/bar.tsx'
import { Button } from '../button/button.tsx'
import { Confirm } from '../confirm/confirm.tsx'
import { Empty } from '../empty/empty.tsx'
import { Head } from '../head/head.tsx'
import { actionShapes } from '../icon/action-shapes.tsx'
import { Icon } from '../icon/icon.tsx'
import { Band, Columns, Line, Stack } from '../layout/layout.tsx'
import { Mark, type Status, tones } from '../mark/mark.tsx'
import { Notice, type NoticeProps } from '../notice/notice.tsx'
import { Pager } from '../pager/pager.tsx'
import { Progress } from '../progress/progress.tsx'
import { PromiseClock } from '../promise-clock/promise-clock.tsx'
import { Quote } from '../quote/quote.tsx'
import { Round, type Stage } from '../round/round.tsx'
import { Section } from '../section/section.tsx'
import { Tabs } from '../tabs/tabs.tsx'
import { Tag } from '../tag/tag.tsx'
import { FactsAndFigures, Tables } from './figures-sample.tsx'
import type { GalleryWords } from './words-en.ts'

const namesOf = <Name extends string>(record: Record<Name, unknown>) => Object.keys(record) as Name[]
const kinds: NonNullable<NoticeProps['kind']>[] = ['plain', 'good', 'soon', 'late']
const allStages: Stage[] = [1, 2, 3, 4, 5, 6]
const clocks = [
  [4, 28],
  [23, 28],
  [33, 28],
  [40, 120],
] as const

export function PartsSample(words: GalleryWords) {
  const { parts } = words
  const shown: ComponentChildren[] = [
    <Buttons {...parts} />,
    <Columns>
      {namesOf(tones).map((status: Status, at) => (
        <div>
          <Mark status={status}>{parts.marks[at]}</Mark>
        </div>
      ))}
    </Columns>,
    <Line>
      {allStages.map((stage) => (
        <Round stage={stage} label={words.stages[stage - 1] ?? ''} />
      ))}
    </Line>,
    <Columns width="broad">
      {clocks.map(([day, promised], at) => (
        <Clock day={day} promised={promised} words={parts.clocks[at] ?? ''} />
      ))}
    </Columns>,
    <Stack>
      {kinds.map((kind, at) => (
        <Notice kind={kind}>
          <p>{parts.notices[at]}</p>
        </Notice>
      ))}
    </Stack>,
    <Tables {...parts} />,
    <FactsAndFigures {...parts} />,
    <Quote by={parts.by} lang={words.lang} dir={words.dir}>
      {words.story.said}
    </Quote>,
    <Ways {...words} />,
    <Empty title={parts.empty[0]} actions={<Button href="/gallery/form">{parts.buttons[0]}</Button>}>
      {parts.empty[1]}
    </Empty>,
    <Shares {...parts} />,
    <Line>
      {namesOf(actionShapes).map((name) => (
        <Icon name={name} size="large" label={name} />
      ))}
    </Line>,
    <LastLook {...parts} />,
  ]
  return (
    <>
      <Head title={parts.title} />
      {shown.map((part, at) => (
        <Section heading={parts.headings[at]}>{part}</Section>
      ))}
    </>
  )
}

function Buttons({ buttons, link }: GalleryWords['parts']) {
  const [first, second, erase, small, off] = buttons
  const row = (
    <Line>
      <Button>{first}</Button>
      <Button kind="second">{second}</Button>
      <a href="/gallery">{link}</a>
    </Line>
  )
  return (
    <Stack>
      {row}
      <Line>
        <Button kind="grave" icon="erase">
          {erase}
        </Button>
        <Button kind="second" size="small">
          {small}
        </Button>
        <Button off>{off}</Button>
      </Line>
      <Band>{row}</Band>
    </Stack>
  )
}

function Clock({ day, promised, words }: { day: number; promised: number; words: string }) {
  return (
    <div class="stack tight">
      <PromiseClock day={day} promisedDays={promised} label={words} />
      <PromiseClock day={day} promisedDays={promised} label={words} size="small" />
      <p class="small">{words}</p>
    </div>
  )
}

function Ways({ parts, desk }: GalleryWords) {
  const [here = '', earlier = '', later = ''] = parts.pager
  return (
    <Stack>
      <Tabs
        label={desk.queues}
        tabs={desk.tabs.map((label, at) => ({ label, href: '/gallery', current: at === 1 }))}
      />
      <Pager
        label={desk.queue}
        here={here}
        back={{ label: earlier, href: '/gallery' }}
        forward={{ label: later, href: '/gallery' }}
      />
    </Stack>
  )
}

function Shares({ progress, tags }: GalleryWords['parts']) {
  const [tag, remove = '', language] = tags
  return (
    <Stack>
      <Progress id="reading" words={progress} done={26300} of={40118} />
      <Bar share={0.62} label="62%" />
      <Bar share={0.16} size="thin" label="16%" />
      <Line>
        <Tag remove={{ href: '/gallery', label: remove }}>{tag}</Tag>
        <Tag icon="language">{language}</Tag>
      </Line>
    </Stack>
  )
}

function LastLook({ confirm }: GalleryWords['parts']) {
  const [question, about, go = '', stay = ''] = confirm
  return (
    <Confirm
      question={question}
      action="/gallery"
      go={{ label: go, grave: true }}
      stay={{ label: stay, href: '/gallery' }}
    >
      <p>{about}</p>
    </Confirm>
  )
}
