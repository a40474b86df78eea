import { Button } from '../button/button.tsx'
import { Feed } from '../feed/feed.tsx'
import { Hero, PromiseLine, WayRound } from '../home/home.tsx'
import { Wrap } from '../layout/layout.tsx'
import { Mark, type Status } from '../mark/mark.tsx'
import { PromiseClock } from '../promise-clock/promise-clock.tsx'
import { Round, type Stage } from '../round/round.tsx'
import { Item, RuledList } from '../ruled-list/ruled-list.tsx'
import { Section } from '../section/section.tsx'
import type { GalleryWords } from './words-en.ts'

const stages: Stage[] = [1, 4]
const statuses: Status[] = ['due-soon', 'open']
const moved: (Status | undefined)[] = ['accepted', 'merged', 'refused', 'overdue', undefined]

export function FrontSample(words: GalleryWords) {
  const { front } = words
  return (
    <>
      <FrontHero {...words} />
      <Wrap>
        <PromiseLine clock={<PromiseClock day={17} promisedDays={28} label={front.clock} />}>
          <strong>{front.promise}</strong> {front.kept} <a href="/gallery/desk">{front.overdue}</a>
        </PromiseLine>
        <OpenNow {...words} />
        <Section heading={front.moved} note={front.movedNote}>
          <Feed entries={front.feed.map((sentence, at) => entry(sentence, at, front.matter))} />
        </Section>
      </Wrap>
    </>
  )
}

function FrontHero({ front, stages: names, stageNotes }: GalleryWords) {
  return (
    <Hero
      title={front.title}
      lead={front.lead}
      actions={
        <>
          <Button href="/gallery/form" icon="pen">
            {front.handIn}
          </Button>
          <a href="/gallery/story">{front.follow}</a>
        </>
      }
      way={
        <WayRound
          label={front.way}
          stages={names.map((name, at) => ({
            name,
            href: '/gallery',
            note: stageNotes[at],
            open: at === 0 || at === 3,
          }))}
        />
      }
    />
  )
}

function OpenNow({ front, stage }: GalleryWords) {
  return (
    <Section
      heading={front.openNow}
      note={front.today}
      aside={{ label: front.near, children: <Near {...front} /> }}
    >
      <RuledList ordered>
        {front.items.map(([kind, title, about, until], at) => (
          <Item
            round={<Round stage={stages[at] ?? 1} label={stage} />}
            kind={kind}
            title={{ words: title, href: '/gallery/story' }}
            mark={<Mark status={statuses[at] ?? 'open'}>{until}</Mark>}
          >
            {about}
          </Item>
        ))}
      </RuledList>
    </Section>
  )
}

function Near({ near, meeting }: GalleryWords['front']) {
  return (
    <div>
      <h3>{near}</h3>
      <p>{meeting}</p>
    </div>
  )
}

function entry(sentence: string, at: number, matter: string) {
  const status = moved[at]
  return {
    time: { words: `${11 - at}:42`, datetime: `2026-11-22T${String(11 - at).padStart(2, '0')}:42:00Z` },
    status,
    sentence: status ? (
      <>
        <a href="/gallery/story">{matter}</a> {sentence}
      </>
    ) : (
      sentence
    ),
  }
}
