import type { Route } from '#core/http/route.ts'
import { slipRoutes } from './slips/routes.ts'

export const routes: readonly Route[] = [...slipRoutes]
