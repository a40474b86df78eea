import { expect } from 'vitest'
import { plantedAnswers } from '#methods/themes/planted-answers.ts'
import type { TestHouse } from '../../../../app/testing/open-test-house.ts'
import type { Call } from '../../call.ts'
import { findThemesJob } from '../find-themes-job.ts'

export const PLANTED = plantedAnswers(260).map(({ text }) => text)

/** Noor asks for themes, and the worker computes them. */
export async function themed(house: TestHouse, call: Call) {
  const noor = await house.as('noor')
  const asked = await noor.post(`/calls/${call.number}/themes/runs`)
  expect(asked.status).toBe(303)
  await findThemesJob(house.jobHouse)
  const run: {
    failed: string | null
    done: number
    total: number
    figures: { kept: Record<string, number> } | null
  } = (await noor.getJson(asked.location)).json()
  return { run, page: await house.visitor().get(asked.location) }
}
