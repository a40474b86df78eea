import { connect } from '#core/db/connect.ts'
import { readHouse } from '#ground/house/read-house.ts'

const LOOK_EVERY_MS = 2_000

/** How far a demonstration's clock runs ahead, looked up again every two seconds; always nought in a real organisation. */
export async function followDemoTime(
  url: string,
  house: { isDemo: boolean; daysAhead: number; baseUrl: string },
) {
  let days = house.daysAhead
  if (!house.isDemo) return { daysAhead: () => 0, stop: () => {} }
  const { db, close } = connect({ url, most: 1 })
  const look = async () => {
    days = (await readHouse(db, house.baseUrl).catch(() => null))?.daysAhead ?? days
  }
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  return {
    daysAhead: () => days,
    stop: () => {
      clearInterval(timer)
      void close()
    },
  }
}
