import { z } from 'zod'
import { closeOffer, type GivenOffer, keepApart, saveOffer } from '../journey/offer/actions/own-offer.ts'
import { askMentor } from '../journey/offer/actions/requests.ts'
import { type MentorsQuery, seeMentor, seeMentors, seeOwnOffer } from '../journey/offer/actions/see-mentors.ts'
import type { Invalid } from '../runtime/errors.ts'
import { MentorPage } from './participant/mentors/mentor-page.tsx'
import { MENTORS_DONE, MentorsPage } from './participant/mentors/mentors-page.tsx'
import { OFFER_DONE, OfferPage } from './participant/mentors/offer-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const DONE = Object.keys(MENTORS_DONE) as (keyof typeof MENTORS_DONE)[]
const OFFERED = ['out', ...(Object.keys(OFFER_DONE) as (keyof typeof OFFER_DONE)[])] as const
const several = z
  .union([z.string().transform((it) => [it]), z.array(z.string())])
  .catch([])
  .default([])
const text = z.string().catch('').default('')
const listed = z.object({
  q: z.string().trim().max(60).catch('').default(''),
  division: z
    .string()
    .transform((it) => (it === '' ? null : it))
    .nullable()
    .catch(null)
    .default(null),
  hours: z.coerce.number().int().min(0).max(24).catch(0).default(0),
  room: z.enum(['yes']).nullable().catch(null).default(null),
  order: z.enum(['room', 'hours', 'name']).catch('room').default('room'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  done: z.enum(DONE).nullable().catch(null).default(null),
})
const one = z.object({ id: z.uuid() })
const asked = one.extend({ words: text, topics: several })
const offered = z.object({ done: z.enum(OFFERED).nullable().catch(null).default(null) })
const shown = z.object({
  topics: several,
  more: text,
  offer: text,
  places: text,
  asynchronous: z.literal('yes').optional().catch(undefined),
  from: text,
})

const SEE = 'offer.seeMentors'
const SAVE = 'offer.saveOffer'

/** The directory of mentors: who shows themselves, asking one, and showing oneself. */
export const mentorRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/mentors', action: SEE, given: listed, answer: mentors }),
  route({ method: 'GET', path: '/mentors/:id', action: SEE, given: one, answer: mentor, again: notThere }),
  route({
    method: 'POST',
    path: '/mentors/:id',
    action: 'offer.askMentor',
    given: asked,
    answer: ask,
    again: mentorAgain,
  }),
  route({
    method: 'POST',
    path: '/mentors/:id/apart',
    action: 'offer.keepApart',
    given: one,
    answer: apart,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/mentors/:id/together',
    action: 'offer.keepApart',
    given: one,
    answer: together,
    again: notThere,
  }),
  route({ method: 'GET', path: '/offer', action: SAVE, given: offered, answer: offer }),
  route({ method: 'POST', path: '/offer', action: SAVE, given: shown, answer: show, again: offerAgain }),
  route({ method: 'POST', path: '/offer/out', action: 'offer.closeOffer', given: null, answer: out }),
  route({ method: 'POST', path: '/offer/back', action: 'offer.closeOffer', given: null, answer: back }),
]

async function mentors({ house, ctx, given, page, goTo }: Visit<z.infer<typeof listed>>) {
  const { q: search, division, hours, room, order } = given
  const query: MentorsQuery = { search, division, hours, hasRoom: room === 'yes', order, page: given.page }
  const screen = await seeMentors(ctx, query)
  // A page past the last one, after mentors have left.
  if (screen.mentors.length === 0 && given.page > 1) return goTo('/mentors')
  const content = <MentorsPage screen={screen} query={query} today={house.today} done={given.done} />
  return page('Mentors', content)
}

function mentor(visit: Visit<z.infer<typeof one>>) {
  return mentorPage(visit, visit.given.id, null)
}

async function mentorPage(
  { house, ctx, page }: Visit<unknown>,
  id: string,
  again: { words: string; topics: readonly string[]; error: string } | null,
) {
  const screen = await seeMentor(ctx, { id })
  const contact = house.organisation.privacyContact
  const content = <MentorPage screen={screen} today={house.today} contact={contact} again={again} />
  return page(again ? 'Error: not sent' : screen.mentor.name, content, again ? 422 : 200)
}

async function ask({ ctx, given, goTo }: Visit<z.infer<typeof asked>>) {
  const { id } = await askMentor(ctx, { mentor: given.id, words: given.words, topics: given.topics })
  return goTo(`/requests/${id}?done=sent`)
}

function mentorAgain(visit: Visit<unknown>, fault: Invalid) {
  const read = asked.safeParse(visit.fields)
  if (!read.success) return notThere()
  const { id, words, topics } = read.data
  return mentorPage(visit, id, { words, topics, error: fault.fields[0]?.message ?? fault.message })
}

async function apart({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await keepApart(ctx, { other: given.id, isApart: true })
  return goTo('/mentors?done=apart')
}

async function together({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await keepApart(ctx, { other: given.id, isApart: false })
  return goTo('/offer?done=together')
}

function offer(visit: Visit<z.infer<typeof offered>>) {
  return offerPage(visit, visit.given.done, null)
}

async function offerPage(
  { house, ctx, page }: Visit<unknown>,
  done: z.infer<typeof offered>['done'],
  again: { given: GivenOffer; fault: Invalid } | null,
) {
  const own = await seeOwnOffer(ctx)
  const errors = (again?.fault.fields ?? []).map(({ place, message }) => ({ fieldId: place, text: message }))
  const content = (
    <OfferPage
      own={own}
      given={again?.given ?? givenFrom(own.offer)}
      today={house.today}
      contact={house.organisation.privacyContact}
      done={done}
      errors={errors}
    />
  )
  return page(again ? 'Error: not kept' : 'What you offer', content, again ? 422 : 200)
}

function givenFrom(it: Awaited<ReturnType<typeof seeOwnOffer>>['offer']): GivenOffer {
  if (!it) return { topics: [], words: '', places: '1', asynchronous: false, availableOn: '' }
  const { topics, words, places, asynchronous, availableOn } = it
  return { topics, words, places: String(places), asynchronous, availableOn: availableOn ?? '' }
}

function readOffer({ topics, more, offer: words, places, asynchronous, from }: z.infer<typeof shown>): GivenOffer {
  const own = more.split(/[,\n]/).filter((it) => it.trim() !== '')
  return { topics: [...topics, ...own], words, places, asynchronous: asynchronous === 'yes', availableOn: from }
}

async function show({ ctx, given, goTo }: Visit<z.infer<typeof shown>>) {
  await saveOffer(ctx, readOffer(given))
  return goTo('/offer?done=saved')
}

function offerAgain(visit: Visit<unknown>, fault: Invalid) {
  return offerPage(visit, null, { given: readOffer(shown.parse(visit.fields)), fault })
}

async function out({ ctx, goTo }: Visit) {
  await closeOffer(ctx, { isOut: true })
  return goTo('/offer?done=out')
}

async function back({ ctx, goTo }: Visit) {
  await closeOffer(ctx, { isOut: false })
  return goTo('/offer?done=back')
}
