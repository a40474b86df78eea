import { openTestHouse } from '../../../../app/testing/open-test-house.ts'
import { makeHelper } from '../../testing/make-helper.ts'

/** Two rows of a meeting's sheet, for the questions of `openTestCall`. */
export const ROWS = [
  { row: 1, cells: { '1': 'The last bus leaves at six.', '2': '13', '3': 'ad' } },
  { row: 2, cells: { '1': 'Too dear for four of us.', '2': '2', '3': 'ap' } },
]

interface Told {
  rows: {
    row: number
    ok: boolean
    number: number
    key: string
    words?: string
    problems: { message: string }[]
  }[]
}

/** A test house where Olga and Nasreen help, and type the sheets of meetings. */
export async function openSheetHouse() {
  const house = await openTestHouse()
  await makeHelper(house, 'olga', 'helper')
  await makeHelper(house, 'nasreen', 'helper')
  return {
    ...house,
    send: async (who: 'olga' | 'nasreen', number: number, body: object): Promise<Told> => {
      const sheet = { consent: 'spoken', ...body }
      return (await (await house.as(who)).postJson(`/calls/${number}/sheet`, sheet)).json()
    },
    answersOf: (callId: string) =>
      house.db.selectFrom('answers').select('id').where('callId', '=', callId).execute(),
  }
}
