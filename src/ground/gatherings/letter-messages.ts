import { defineMessages, sayWith } from '#core/i18n/messages.ts'

type Said = { title: string; when: string; where: string; reason: string; url: string }

export const letterMessages = defineMessages('gathering-letters', {
  registeredSubject: sayWith<{ title: string }>('You have a place: {title}'),
  registeredText: sayWith<Said>(
    'You have a place at “{title}”.\n\nWhen: {when}\nWhere: {where}\n\nTo see your place or to give it up: {url}',
  ),
  waitingSubject: sayWith<{ title: string }>('You are on the waiting list: {title}'),
  waitingText: sayWith<Said>(
    '“{title}” is full. You are on the waiting list, and we write when a place is free.\n\nWhen: {when}\n\nTo leave the list: {url}',
  ),
  placeSubject: sayWith<{ title: string }>('A place is free for you: {title}'),
  changedSubject: sayWith<{ title: string }>('Changed: {title}'),
  changedText: sayWith<Said>(
    '“{title}” has changed: {reason}\n\nWhen: {when}\nWhere: {where}\n\nTo see your place or to give it up: {url}',
  ),
  calledOffSubject: sayWith<{ title: string }>('Called off: {title}'),
  calledOffText: sayWith<Said>('“{title}” ({when}) will not take place: {reason}'),
  reminderSubject: sayWith<{ title: string }>('Soon: {title}'),
  reminderText: sayWith<Said>(
    '“{title}” is near, and you have a place.\n\nWhen: {when}\nWhere: {where}\n\nIf you cannot come, give your place to somebody else: {url}',
  ),
})
