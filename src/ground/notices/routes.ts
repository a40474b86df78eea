import { anyone, holdersOf } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { noticeInput, termsInput } from './input.ts'
import { createNotice, createVersion, noticeMade, showNewNotice, showVersionForm } from './notice-form.ts'
import { noticeJson, noticesJson, showNotice, showNotices } from './show-notices.ts'

const writers = holdersOf('administrator', 'secretary')

export const routes: readonly Route[] = [
  get('/notices', {
    policy: anyone,
    handler: showNotices,
    api: { summary: 'Every data-use notice as it holds now', answers: { 200: noticesJson } },
  }),
  get('/notices/new', { policy: writers, handler: showNewNotice, isPrivate: true }),
  post('/notices', {
    policy: writers,
    handler: createNotice,
    collects: 'work-of-officers',
    api: {
      summary: 'Write a notice; its texts as en-title, en-summary …',
      scope: 'decisions:write',
      body: noticeInput,
      answers: { 201: noticeMade },
    },
  }),
  get('/notices/:slug', {
    policy: anyone,
    handler: showNotice,
    api: { summary: 'A notice with each of its versions', answers: { 200: noticeJson } },
  }),
  get('/notices/:slug/versions/new', { policy: writers, handler: showVersionForm, isPrivate: true }),
  post('/notices/:slug/versions', {
    policy: writers,
    handler: createVersion,
    collects: 'work-of-officers',
    api: {
      summary: 'A new version of a notice; whoever it asks more of is asked again',
      scope: 'decisions:write',
      body: termsInput,
      answers: { 201: noticeMade },
    },
  }),
]
