import { z } from 'zod'
import { seeSelection } from '../desk/screens/selection.ts'
import { planRelease, withdrawRelease } from '../journey/announce/actions/moments.ts'
import { seeProgress, sendAgain } from '../journey/announce/actions/progress.ts'
import { seeLetter, seeLetters } from '../journey/announce/actions/see-letters.ts'
import { sendTest } from '../journey/announce/actions/send-test.ts'
import { releaseDecisions } from '../journey/announce/actions.ts'
import { ANNOUNCED } from '../journey/announce/rules/decide-text.ts'
import { isDay } from '../model/day.ts'
import { Invalid, Refused } from '../runtime/errors.ts'
import { LetterPage } from './coordinator/announce/letter-page.tsx'
import { type LettersDone, LettersPage } from './coordinator/announce/letters-page.tsx'
import { ProgressPage, progressOf } from './coordinator/announce/progress-page.tsx'
import type { Entered } from './coordinator/announce/release-section.tsx'
import { inSeason } from './in-season.tsx'
import { textRoutes } from './letter-text-routes.tsx'
import { lookAgain, looksIn } from './parts/follow.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'
import { whyRefused } from './why-refused.ts'

const season = z.string().min(1).max(100)
const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
const named = z.object({ season })
const listed = named.extend({
  q: z.string().max(200).catch('').default(''),
  kind: z.enum(ANNOUNCED).nullable().catch(null).default(null),
  changed: z.string().max(3).catch('').default(''),
  page,
  /** What was just done, and what its undoing needs. */
  done: z.enum(['planned', 'withdrawn', 'changed']).nullable().catch(null).default(null),
  of: z.string().max(4000).catch('').default(''),
  many: z.coerce.number().int().min(0).max(1_000_000).catch(0).default(0),
  seen: z.string().max(2000).catch('').default(''),
})
const one = named.extend({ id: z.uuid() })
const shown = one.extend({ tested: z.enum(['sent', 'kept']).nullable().catch(null).default(null) })
const progressed = named.extend({
  page,
  looks: z.string().max(5).optional().catch(undefined),
  again: z.coerce.number().int().min(0).nullable().catch(null).default(null),
})
const again = named.extend({ letter: z.uuid().optional() })
const released = named.extend({
  sure: z.string().optional(),
  seen: z.string().max(100).optional(),
  was: z.string().max(40).default(''),
  on: z.string().max(40).default(''),
  time: z.string().max(40).default(''),
})
const withdrawn = named.extend({ was: z.string().max(40).default('') })
type Released = z.infer<typeof released>

const READ = 'announce.readDrafts'

/** The day everyone hears: letters read, changed, tried, released together, and followed until they have arrived. */
export const announceRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/letters', action: READ, given: listed, answer: letters, again: notThere }),
  route({
    method: 'GET',
    path: '/desk/letters/progress',
    action: 'announce.seeProgress',
    given: progressed,
    answer: (visit) => progress(visit, visit.given, null),
    again: notThere,
  }),
  ...textRoutes,
  route({ method: 'GET', path: '/desk/letters/:id', action: READ, given: shown, answer: letter, again: notThere }),
  route({ method: 'GET', path: '/desk/letters/:id/html', action: READ, given: one, answer: html, again: notThere }),
  route({
    method: 'POST',
    path: '/desk/letters/:id/test',
    action: 'announce.sendTest',
    given: one,
    answer: test,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/letters/release',
    action: 'announce.releaseDecisions',
    given: released,
    answer: release,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/letters/moment',
    action: 'announce.planRelease',
    given: released,
    answer: plan,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/letters/moment/withdraw',
    action: 'announce.withdrawRelease',
    given: withdrawn,
    answer: withdraw,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/letters/again',
    action: 'announce.sendAgain',
    given: again,
    answer: sentAgain,
    again: notThere,
  }),
]

type Asked = z.infer<typeof listed>
const EVERYTHING = { q: '', kind: null, changed: '', page: 1, done: null, of: '', many: 0, seen: '' } as const

function letters(visit: Visit<Asked>) {
  return lettersPage(visit, visit.given, null, null)
}

async function lettersPage(
  { ctx, page: show }: Visit<unknown>,
  given: Asked,
  refused: { readonly field: string; readonly text: string } | null,
  entered: Entered | null,
) {
  const asked = { kind: given.kind, q: given.q, changed: given.changed === 'yes', page: given.page }
  const shownNow = await seeLetters(ctx, { ...asked, season: given.season })
  const of = await seeSelection(ctx, { season: given.season })
  const content = (
    <LettersPage shown={shownNow} of={of} asked={asked} done={doneOf(given)} refused={refused} entered={entered} />
  )
  const whole = await inSeason(ctx, { action: READ, path: '/desk/letters', season: given.season }, content)
  return show(refused ? 'Error: not released' : 'Letters', whole, refused ? 409 : 200)
}

function doneOf({ done, kind, of, many, seen }: Asked): LettersDone | null {
  if (done !== 'changed') return done && { is: done }
  return { is: done, kind: kind ?? 'pair', letters: of === '' ? [] : of.split('.'), many, seen }
}

async function release(visit: Visit<Released>) {
  const { season: key, sure, seen } = visit.given
  if (sure !== 'yes') return releaseAgain(visit, 'sure', NOT_READ)
  const refused = await whyRefused(() => releaseDecisions(visit.ctx, { season: key, seen }))
  return refused
    ? releaseAgain(visit, 'sure', refused)
    : visit.goTo(`/desk/letters/progress?${new URLSearchParams({ season: key })}`)
}

const NOT_READ = 'Tick that you have read the letters. Nothing has left.'

async function plan(visit: Visit<Released>) {
  const { season: key, sure, seen, was, on, time } = visit.given
  if (!isDay(on)) return releaseAgain(visit, 'on', 'Choose a day, as in 2026-10-31.')
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return releaseAgain(visit, 'time', 'Enter a time, as in 09:00.')
  if (sure !== 'yes') return releaseAgain(visit, 'sure', NOT_READ)
  try {
    await planRelease(visit.ctx, { season: key, on, time, seen, was })
    return visit.goTo(`/desk/letters?${new URLSearchParams({ season: key, done: 'planned' })}`)
  } catch (fault) {
    if (fault instanceof Refused) return releaseAgain(visit, 'sure', fault.message)
    if (fault instanceof Invalid) return releaseAgain(visit, fault.fields[0]?.place ?? 'on', fault.message)
    throw fault
  }
}

function releaseAgain(visit: Visit<Released>, field: string, text: string) {
  const { season: key, on, time, sure } = visit.given
  const entered = on === '' && time === '' ? null : { on, time, sure: sure === 'yes' }
  return lettersPage(visit, { ...EVERYTHING, season: key }, { field, text }, entered)
}

async function withdraw(visit: Visit<z.infer<typeof withdrawn>>) {
  const { season: key, was } = visit.given
  const refused = await whyRefused(() => withdrawRelease(visit.ctx, { season: key, was }))
  if (refused) return lettersPage(visit, { ...EVERYTHING, season: key }, { field: 'tell', text: refused }, null)
  return visit.goTo(`/desk/letters?${new URLSearchParams({ season: key, done: 'withdrawn' })}`)
}

async function letter({ ctx, given, page: show }: Visit<z.infer<typeof shown>>) {
  const found = await seeLetter(ctx, given)
  return show(found.subject, <LetterPage letter={found} season={given.season} tested={given.tested} />)
}

/** The letter itself and nothing around it, as it leaves: `site.tsx` lets its own style through here. */
async function html({ http, ctx, given }: Visit<z.infer<typeof one>>) {
  return http.html((await seeLetter(ctx, given)).html)
}

async function test({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await sendTest(ctx, given)
  const tested = ctx.sendsMail ? 'sent' : 'kept'
  return goTo(`/desk/letters/${given.id}?${new URLSearchParams({ season: given.season, tested })}`)
}

async function progress(
  { ctx, page: show }: Visit<unknown>,
  asked: z.infer<typeof progressed>,
  refused: string | null,
) {
  const found = await seeProgress(ctx, { season: asked.season })
  const { name } = await seeSelection(ctx, { season: asked.season })
  const of = { key: asked.season, name }
  const looks = looksIn(asked.looks)
  const { page: at, again: many } = asked
  const content = <ProgressPage progress={found} season={of} page={at} again={many} refused={refused} looks={looks} />
  const again = found.waiting > 0 && !refused ? lookAgain(progressOf(asked.season, at), looks) : null
  return show(refused ? 'Error: not sent' : 'How far the letters are', content, refused ? 409 : 200, again)
}

async function sentAgain(visit: Visit<z.infer<typeof again>>) {
  const { season: key } = visit.given
  try {
    const { letters: many } = await sendAgain(visit.ctx, visit.given)
    return visit.goTo(`/desk/letters/progress?${new URLSearchParams({ season: key, again: String(many) })}`)
  } catch (fault) {
    if (fault instanceof Refused) return progress(visit, { season: key, page: 1, again: null }, fault.message)
    throw fault
  }
}
