import { z } from 'zod'
import { anyone, holdersOf, signedIn } from '#core/access/policy.ts'
import { get, post, type Route } from '#core/http/route.ts'
import {
  createSample,
  createSampleDecision,
  sampleDecisionInput,
  sampleInput,
  sampleJson,
  sendSample,
} from './samples.ts'
import { dataJson, sendCsv, sendFigures, sendJson, sendPackage, sendZip, showData } from './show-data.ts'
import { createScreeningDecisions, showScreenings } from './show-screenings.ts'

/** Open data of a call, samples for research, and the words that a person looks through first. */
export const openDataRoutes: readonly Route[] = [
  get('/calls/:number/data', {
    policy: anyone,
    handler: showData,
    api: { summary: 'The open data of a call, and what is not published', answers: { 200: dataJson } },
  }),
  get('/calls/:number/data/answers.csv', { policy: anyone, handler: sendCsv }),
  get('/calls/:number/data/answers.json', { policy: anyone, handler: sendJson }),
  get('/calls/:number/data/figures.json', { policy: anyone, handler: sendFigures }),
  get('/calls/:number/data/datapackage.json', { policy: anyone, handler: sendPackage }),
  get('/calls/:number/data/package.zip', { policy: anyone, handler: sendZip }),
  post('/calls/:number/data/samples', {
    policy: signedIn,
    handler: createSample,
    api: {
      summary: 'Ask for a sample of a call’s words for research',
      scope: 'calls:write',
      body: sampleInput,
      answers: { 201: sampleJson },
    },
  }),
  get('/calls/:number/data/samples/:id', { policy: signedIn, handler: sendSample, isPrivate: true }),
  post('/calls/:number/data/samples/:id/decision', {
    policy: holdersOf('data-officer', 'administrator'),
    handler: createSampleDecision,
    api: {
      summary: 'Grant or refuse a sample for research',
      scope: 'calls:write',
      body: sampleDecisionInput,
      answers: { 200: sampleJson },
    },
  }),
  get('/calls/:number/screenings', { policy: holdersOf('clerk'), handler: showScreenings, isPrivate: true }),
  post('/calls/:number/screenings', {
    policy: holdersOf('clerk'),
    handler: createScreeningDecisions,
    api: {
      summary: 'Decide about words that may name somebody',
      scope: 'calls:write',
      answers: { 200: z.object({ decided: z.number() }) },
    },
  }),
]
