import type { Route } from '#core/http/route.ts'
import { mailRoutes } from './mail/routes.ts'
import { partnerRoutes } from './partners/routes.ts'
import { scanRoutes } from './scan/routes.ts'
import { sheetRoutes } from './sheet/routes.ts'
import { slipRoutes } from './slips/routes.ts'
import { telephoneRoutes } from './telephone/routes.ts'
import { textRoutes } from './texts/routes.ts'
import { twinRoutes } from './twins/routes.ts'
import { unplacedRoutes } from './unplaced/routes.ts'

export const routes: readonly Route[] = [
  ...mailRoutes,
  ...partnerRoutes,
  ...scanRoutes,
  ...sheetRoutes,
  ...slipRoutes,
  ...telephoneRoutes,
  ...textRoutes,
  ...twinRoutes,
  ...unplacedRoutes,
]
