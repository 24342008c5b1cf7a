import { z } from 'zod'
import { writeSummary } from '../journey/results/actions/write-summary.ts'
import { seeSummary } from '../journey/results/screens/summary.ts'
import { daySchema } from '../model/day.ts'
import type { Invalid } from '../runtime/errors.ts'
import { SummaryPage } from './coordinator/results/summary-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const PATH = '/seasons/:key/results/summaries/:survey'
const opened = z.object({
  key: z.string(),
  survey: z.string(),
  done: z.enum(['written']).nullable().catch(null).default(null),
})
const written = z.object({
  key: z.string(),
  survey: z.string(),
  words: z.string().default(''),
  sharedOn: daySchema.optional(),
  seen: z.coerce.number().int().min(0).max(1_000_000).optional(),
})

/** A coordinator's own words on a survey. */
export const summaryRoutes: readonly Route[] = [
  route({ method: 'GET', path: PATH, action: 'results.seeSummary', given: opened, answer: summary }),
  route({ method: 'POST', path: PATH, action: 'results.writeSummary', given: written, answer: write, again }),
]

async function summary({ ctx, given, page }: Visit<z.infer<typeof opened>>) {
  const screen = await seeSummary(ctx, { season: given.key, survey: given.survey })
  const content = <SummaryPage season={given.key} screen={screen} isDone={given.done !== null} again={null} />
  return page(`Summary. ${screen.name}`, content)
}

async function write({ ctx, given, goTo }: Visit<z.infer<typeof written>>) {
  const { key, sharedOn, seen, ...rest } = given
  await writeSummary(ctx, {
    season: key,
    ...rest,
    ...(sharedOn === undefined ? {} : { sharedOn }),
    ...(seen === undefined ? {} : { seen }),
  })
  return goTo(`/seasons/${encodeURIComponent(key)}/results/summaries/${encodeURIComponent(given.survey)}?done=written`)
}

async function again({ ctx, fields, page }: Visit<unknown>, fault: Invalid) {
  const { key, survey } = opened.parse(fields)
  const screen = await seeSummary(ctx, { season: key, survey })
  const entered = Object.fromEntries(
    Object.entries(fields).filter((it): it is [string, string] => typeof it[1] === 'string'),
  )
  const content = <SummaryPage season={key} screen={screen} isDone={false} again={{ entered, faults: fault.fields }} />
  return page(`Error: summary. ${screen.name}`, content, 422)
}
