import type { Message, Plain } from '#core/i18n/messages.ts'
import type { Call } from './call.ts'

/** A link that another slice or a part of this one offers on a call's page. */
export interface CallLink {
  /** `ways`: another way to answer. `parts`: themes, result, data. `work`: for those who keep the call. */
  where: 'ways' | 'parts' | 'work'
  label: Message<Plain>
  explanation?: Message<Plain>
  /** Null where it is not offered for this call, or not now. */
  href(call: Call, now: Date): string | null
}

const links: CallLink[] = []

/** Offers a link on every call's page; called once by the slice that has what it leads to, when its door is loaded. */
export function offerOnCalls(link: CallLink): void {
  links.push(link)
}

export function linksOn(call: Call, where: CallLink['where'], now: Date) {
  return links
    .filter((link) => link.where === where)
    .flatMap(({ label, explanation, href }) => {
      const to = href(call, now)
      return to === null ? [] : [{ label, explanation, href: to }]
    })
}
