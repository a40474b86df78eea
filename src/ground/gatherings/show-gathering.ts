import { z } from 'zod'
import { type Answer, problem, show } from '#core/http/answer.ts'
import type { Exchange } from '#core/http/exchange.ts'
import { isoSecond } from '#core/time/days.ts'
import { formsPresent } from '#ground/forms/forms-of.ts'
import { provenanceOf } from '#ground/matters/provenance-of.ts'
import { translationsOf } from '#ground/translations/translations-of.ts'
import { changesOf } from './changes-of.ts'
import { headcountAsJson } from './count-people.ts'
import { type Access, accessOf, countRegistered, findGathering, type Gathering } from './find-gathering.ts'
import { inLanguage } from './gathering-in-language.ts'
import { m } from './messages.ts'
import { GatheringPage } from './pages/gathering-page.tsx'
import { mayOrganise } from './policy.ts'
import { seriesOf } from './series.ts'

export const gatheringJson = z.object({
  number: z.number(),
  url: z.string(),
  kind: z.string(),
  title: z.string(),
  language: z.string(),
  about: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  time_zone: z.string(),
  address: z.string(),
  online: z.boolean(),
  audience: z.string(),
  unit: z.string(),
  body: z.string().nullable(),
  places: z.number().nullable(),
  contact: z.string(),
  called_off: z.string().nullable(),
  people_there: z.union([z.number(), z.string()]).nullable(),
})

/** A gathering in public: when, where, for whom, access, and what was heard there. */
export async function showGathering(x: Exchange): Promise<Answer> {
  const gathering = await findGathering(x.db, x.params.number)
  if (!gathering) return problem(404, 'not-found', x.t(m.noSuchGathering))
  const [access, registered, steps, provenance, translated, forms, series] = await Promise.all([
    accessOf(x.db, gathering.id),
    countRegistered(x.db, gathering.id),
    changesOf(x.db, gathering.id),
    provenanceOf(x.db, gathering.id),
    translationsOf(x.db, { textId: gathering.id, language: x.language }),
    formsPresent(x.db, gathering.id),
    seriesOf(x.db, { gathering, now: x.now }),
  ])
  const read = inLanguage(gathering, translated.matter)
  return show(x, {
    html: () =>
      x.page({
        title: read.title,
        crumbs: [
          { label: x.t(m.gatherings), href: '/gatherings' },
          { label: gathering.unitName, href: `/units/${gathering.unitSlug}/gatherings` },
        ],
        section: 'gatherings',
        children: GatheringPage({
          t: x.t,
          now: x.now,
          gathering: read,
          original: gathering,
          translated,
          forms,
          series,
          access,
          registered,
          steps,
          heard: [...provenance.ledTo, ...provenance.cameFrom].filter(
            ({ relation }) => relation === 'heard-at',
          ),
          isGivenUp: x.query['given-up'] === 'yes',
          isOrganiser: mayOrganise(x.viewer, gathering) === 'allowed',
        }),
      }),
    json: () => ({ ...gatheringAsJson(x, gathering), access: accessAsJson(access) }),
    cache: 'public',
  })
}

export function gatheringAsJson(x: Exchange, gathering: Gathering): z.infer<typeof gatheringJson> {
  return {
    number: gathering.number,
    url: `${x.house.baseUrl}/gatherings/${gathering.number}`,
    kind: gathering.kind,
    title: gathering.title,
    language: gathering.language,
    about: gathering.about,
    starts_at: isoSecond(gathering.startsAt),
    ends_at: isoSecond(gathering.endsAt),
    time_zone: gathering.timeZone,
    address: gathering.address,
    online: gathering.onlineUrl !== null,
    audience: gathering.audience,
    unit: gathering.unitSlug,
    body: gathering.bodySlug,
    places: gathering.places,
    contact: gathering.contact,
    called_off: gathering.cancelledReason,
    people_there: headcountAsJson(gathering.peopleThere),
  }
}

function accessAsJson(access: readonly Access[]) {
  return access.map(({ fact, isThere, detail }) => ({ fact, there: isThere, detail }))
}
