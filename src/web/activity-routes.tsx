import { z } from 'zod'
import { activitySheet, STAGES_OF_DEEDS, seeActivity } from '../desk/screens/activity.ts'
import { isDay } from '../model/day.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { whoDid } from '../texts/en/audit.ts'
import { asDownload } from './as-download.ts'
import { ActivityPage } from './coordinator/seasons/activity-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const day = z.string().refine(isDay).nullable().catch(null).default(null)
const asked = z.object({
  season: z.string().min(1).max(100).optional().catch(undefined),
  who: z.string().trim().max(200).catch('').default(''),
  stage: z
    .string()
    .refine((it) => STAGES_OF_DEEDS.includes(it))
    .nullable()
    .catch(null)
    .default(null),
  from: day,
  until: day,
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
type Asked = z.infer<typeof asked>

const ACTIVITY = 'desk.seeActivity'

/** What the team of a season did. */
export const activityRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/activity', action: ACTIVITY, given: asked, answer: activity }),
  route({ method: 'GET', path: '/desk/activity.csv', action: ACTIVITY, given: asked, answer: sheet }),
]

async function activity({ ctx, given, page }: Visit<Asked>) {
  return page('What the team did', <ActivityPage activity={await seeActivity(ctx, given)} asked={given} />)
}

async function sheet({ ctx, given, http }: Visit<Asked>) {
  const { deeds } = await activitySheet(ctx, given)
  const rows = deeds.map((it) => [it.onDay, whoDid(it.actorKind, it.name), it.action, it.does, it.times, it.lastAt])
  const text = writeSheet(['day', 'who', 'action', 'does', 'times', 'last_at'], rows)
  return http.body(text, 200, asDownload('text/csv; charset=utf-8', 'activity.csv'))
}
