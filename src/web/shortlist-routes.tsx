import { z } from 'zod'
import { makeShortlists } from '../journey/match/actions/make-shortlists.ts'
import { chooseMentors, seeOwnShortlist } from '../journey/match/actions/own-shortlist.ts'
import { seeShortlists } from '../journey/match/actions/see-shortlists.ts'
import { sendShortlists } from '../journey/match/actions/send-shortlists.ts'
import { type Invalid, Refused } from '../runtime/errors.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { asDownload } from './as-download.ts'
import { matchLink } from './coordinator/match/match-links.ts'
import type { ListsAsked } from './coordinator/match/offers-section.tsx'
import { LISTS_DONE, ShortlistsPage } from './coordinator/match/shortlists-page.tsx'
import { FIELD, SHORTLIST_DONE, ShortlistPage } from './participant/shortlist/shortlist-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const season = z.string().min(1).max(100)
const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
const seasonal = z.object({ season: season.optional().catch(undefined) })
const LISTED = Object.keys(LISTS_DONE) as (keyof typeof LISTS_DONE)[]
const CHOSEN = Object.keys(SHORTLIST_DONE) as (keyof typeof SHORTLIST_DONE)[]
const listed = seasonal.extend({
  q: z.string().max(200).catch('').default(''),
  page,
  offers: page,
  done: z.enum(LISTED).nullable().catch(null).default(null),
})
const making = z.object({ season })
const sending = making.extend({ lists: z.uuid().optional() })
const named = z.object({ key: season })
const shown = named.extend({ done: z.enum(CHOSEN).nullable().catch(null).default(null) })

const SEE = 'match.seeShortlists'
const OWN = '/seasons/:key/shortlist'

/** Shortlists: coordinators make, look at and send them; mentees choose. */
export const shortlistRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/match/shortlists', action: SEE, given: listed, answer: lists, again: notThere }),
  route({
    method: 'GET',
    path: '/desk/match/shortlists.csv',
    action: SEE,
    given: seasonal,
    answer: sheet,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/match/shortlists',
    action: 'match.makeShortlists',
    given: making,
    answer: make,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/desk/match/shortlists/send',
    action: 'match.sendShortlists',
    given: sending,
    answer: send,
    again: notThere,
  }),
  route({ method: 'GET', path: OWN, action: 'match.seeOwnShortlist', given: shown, answer: own }),
  route({ method: 'POST', path: OWN, action: 'match.chooseMentors', given: named, answer: choose, again: ownAgain }),
]

function lists(visit: Visit<z.infer<typeof listed>>) {
  const { done, ...asked } = visit.given
  return listsPage(visit, asked, done, null)
}

async function listsPage(
  { ctx, page: show }: Visit<unknown>,
  { season: key, ...asked }: ListsAsked & { season?: string | undefined },
  done: keyof typeof LISTS_DONE | null,
  refused: string | null,
) {
  const it = await seeShortlists(ctx, key === undefined ? {} : { season: key })
  const content = <ShortlistsPage it={it} asked={asked} done={done} refused={refused} />
  return show(refused ? 'Error: nothing was changed' : 'Shortlists', content, refused ? 409 : 200)
}

async function sheet({ ctx, given, http }: Visit<z.infer<typeof seasonal>>) {
  const { mentees, season: key } = await seeShortlists(ctx, given)
  const rows = mentees.flatMap(({ mentee, mentors, hasChosen }) =>
    mentors.map(({ mentor, isIn }) => [
      mentee.name,
      mentee.division,
      mentor.name,
      mentor.division,
      isIn ? 'yes' : 'no',
      hasChosen ? 'yes' : 'no',
    ]),
  )
  const heads = ['mentee', 'mentee_division', 'mentor', 'mentor_division', 'mentor_available', 'mentee_has_chosen']
  return http.body(writeSheet(heads, rows), 200, asDownload('text/csv; charset=utf-8', `shortlists-${key}.csv`))
}

function make(visit: Visit<z.infer<typeof making>>) {
  return done(visit, visit.given.season, async () => {
    await makeShortlists(visit.ctx, visit.given)
    return 'made'
  })
}

function send(visit: Visit<z.infer<typeof sending>>) {
  return done(visit, visit.given.season, async () =>
    (await sendShortlists(visit.ctx, visit.given)).before ? 'before' : 'sent',
  )
}

async function done(visit: Visit<unknown>, key: string, work: () => Promise<keyof typeof LISTS_DONE>) {
  try {
    return visit.goTo(matchLink('/shortlists', { season: key, done: await work() }))
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    return listsPage(visit, { season: key, q: '', page: 1, offers: 1 }, null, fault.message)
  }
}

async function own({ house, ctx, given, page: show }: Visit<z.infer<typeof shown>>) {
  const found = await seeOwnShortlist(ctx, { season: given.key })
  const contact = house.organisation.privacyContact
  return show('Your shortlist', <ShortlistPage own={found} contact={contact} done={given.done} again={null} />)
}

async function choose({ ctx, given, fields, goTo }: Visit<z.infer<typeof named>>) {
  const places = [...enteredIn(fields)].flatMap(([mentorId, place]) =>
    /^\d{1,2}$/.test(place) ? [{ mentorId, place: Number(place) }] : [],
  )
  const { chosen } = await chooseMentors(ctx, { season: given.key, given: places })
  return goTo(`/seasons/${encodeURIComponent(given.key)}/shortlist?done=${chosen > 0 ? 'chosen' : 'taken'}`)
}

async function ownAgain({ house, ctx, fields, page: show }: Visit<unknown>, fault: Invalid) {
  const found = await seeOwnShortlist(ctx, { season: named.parse(fields).key })
  const contact = house.organisation.privacyContact
  const again = { entered: enteredIn(fields), faults: fault.fields }
  return show('Error: not kept', <ShortlistPage own={found} contact={contact} done={null} again={again} />, 422)
}

function enteredIn(fields: Visit['fields']): ReadonlyMap<string, string> {
  const found = Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(FIELD) && typeof value === 'string' ? [[name.slice(FIELD.length), value] as const] : [],
  )
  return new Map(found)
}
