import type { Route } from '#core/http/route.ts'
import { mailRoutes } from './mail/routes.ts'
import { scanRoutes } from './scan/routes.ts'
import { slipRoutes } from './slips/routes.ts'
import { textRoutes } from './texts/routes.ts'

export const routes: readonly Route[] = [...slipRoutes, ...scanRoutes, ...mailRoutes, ...textRoutes]
