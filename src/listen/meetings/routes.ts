import { anyone, holdersOf } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import { createHeard, enteredJson, showHeardForm } from './heard.ts'
import { sheetInput } from './heard-input.ts'
import { listeningJson, listeningQuery, sendListeningCsv, showListening } from './listening.ts'
import { heardJson, heardQuery, showUnitHeard } from './show-heard.ts'

const organisers = holdersOf('secretary', 'clerk')

export const routes: readonly Route[] = [
  get('/gatherings/:number/heard', { policy: organisers, handler: showHeardForm, isPrivate: true }),
  post('/gatherings/:number/heard', {
    policy: organisers,
    handler: createHeard,
    api: {
      summary: 'Take in what was heard at a gathering; sending a sheet twice changes nothing',
      scope: 'submissions:write',
      body: sheetInput,
      answers: { 201: enteredJson },
    },
  }),
  get('/units/:slug/heard', {
    policy: anyone,
    handler: showUnitHeard,
    api: { summary: 'What was heard in a unit and below it', query: heardQuery, answers: { 200: heardJson } },
  }),
  get('/listening', {
    policy: anyone,
    handler: showListening,
    api: {
      summary: 'What units of like size held and heard in the last twelve months',
      query: listeningQuery,
      answers: { 200: listeningJson },
    },
  }),
  get('/listening.csv', { policy: anyone, handler: sendListeningCsv }),
]
