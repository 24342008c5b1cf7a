import { demoRoutes } from './demo-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import type { Route } from './route.ts'

/** Every page and form of the site: what it is, which action it takes, what it is given. */
export const ROUTES: readonly Route[] = [...publicRoutes, ...demoRoutes]
