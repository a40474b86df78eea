import QRCode from 'qrcode'
import { Button } from '../button/button.tsx'
import { Head } from '../head/head.tsx'
import { Icon, type IconName } from '../icon/icon.tsx'
import { Columns } from '../layout/layout.tsx'
import { Mark } from '../mark/mark.tsx'
import { PromiseClock } from '../promise-clock/promise-clock.tsx'
import { Qr } from '../qr/qr.tsx'
import { Said } from '../quote/quote.tsx'
import { Receipt } from '../receipt/receipt.tsx'
import { Round } from '../round/round.tsx'
import { Item, RuledList } from '../ruled-list/ruled-list.tsx'
import { Section } from '../section/section.tsx'
import { State } from '../state/state.tsx'
import { Step, type StepProps, Thread } from '../thread/thread.tsx'
import type { GalleryWords } from './words-en.ts'

const standings: StepProps['standing'][] = ['next', 'now', 'overran', 'done', 'done']
const icons: IconName[] = ['calendar', 'considered', 'passed-on', 'merged', 'received']

export function StorySample(words: GalleryWords) {
  const { story } = words
  return (
    <>
      <Head title={story.title} facts={story.facts} />
      <Now {...words} />
      <Section heading={story.words} note={story.wordsNote}>
        <Said size="lead" lang={words.lang} dir={words.dir}>
          {story.said}
        </Said>
      </Section>
      <Section
        heading={story.steps}
        note={story.newest}
        aside={{ label: story.receipt, children: <Slip {...story} /> }}
      >
        <Steps {...story} />
      </Section>
      <Section heading={story.from}>
        <Columns>{story.links.map((title, at) => relation(story, title, at))}</Columns>
      </Section>
    </>
  )
}

function Now({ story, parts, stage }: GalleryWords) {
  const [before, middle, day, after] = story.breath
  return (
    <State
      heading={story.now}
      round={<Round stage={3} size="large" label={stage} />}
      mark={<Mark status="considered">{parts.marks[1]}</Mark>}
      action={
        <Button href="#receipt" icon="bell">
          {story.follow}
        </Button>
      }
      clock={<PromiseClock day={19} promisedDays={28} label={story.clock} />}
      clockWords={story.clockWords}
      next={story.next}
    >
      {before}{' '}
      <strong>
        <a href="/gallery">{story.body}</a>
      </strong>{' '}
      {middle} <strong class="nowrap">{day}</strong>, {after}
    </State>
  )
}

function Steps({ steps, thread, over }: GalleryWords['story']) {
  return (
    <Thread label={steps}>
      {thread.map(([title, when, about], at) => {
        const overran = standings[at] === 'overran'
        const isReason = overran || at === 3
        return (
          <Step
            standing={standings[at]}
            icon={icons[at]}
            title={title}
            facts={[
              <time dateTime="2026-11-03">{when}</time>,
              ...(overran ? [<Mark status="overdue">{over}</Mark>] : []),
            ]}
            reason={isReason ? { words: about } : undefined}
          >
            {!isReason && <p>{about}</p>}
          </Step>
        )
      })}
    </Thread>
  )
}

function Slip({ receipt, spoken, qr, inRecord, check, print }: GalleryWords['story']) {
  const { modules } = QRCode.create('https://example.org/receipts/2417', { errorCorrectionLevel: 'M' })
  return (
    <Receipt
      heading={receipt}
      code="BIRCH 7204 LANTERN K"
      spoken={spoken}
      qr={<Qr modules={modules} label={qr} />}
      standing={<Mark status="accepted">{inRecord}</Mark>}
      actions={[
        <a href="/gallery">{check}</a>,
        <a href="/gallery">
          <Icon name="print" />
          {print}
        </a>,
      ]}
    />
  )
}

function relation(story: GalleryWords['story'], title: string, at: number) {
  return (
    <div class="stack">
      <h3>{story.relations[at]}</h3>
      <RuledList>
        <Item
          title={{ words: title, href: '/gallery/story' }}
          mark={at === 0 && <Mark status="merged">{story.merged}</Mark>}
        />
      </RuledList>
    </div>
  )
}
