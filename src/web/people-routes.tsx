import { z } from 'zod'
import { leave, returnPerson } from '../people/actions/leave.ts'
import { directorySheet, seeDirectory } from '../people/screens/directory.ts'
import { seePerson } from '../people/screens/one-person.ts'
import { seePairsLeftAlone } from '../people/screens/pairs-left-alone.ts'
import { isAllowed } from '../runtime/context.ts'
import { NotAllowed, NotFound } from '../runtime/errors.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { longDay } from '../texts/en/days.ts'
import { countOf } from '../texts/en/results.ts'
import { asDownload } from './as-download.ts'
import type { DirectoryQuery } from './coordinator/people/directory-filter.tsx'
import { DirectoryPage } from './coordinator/people/directory-page.tsx'
import { LeavePage } from './coordinator/people/leave-page.tsx'
import { LeftAlonePage } from './coordinator/people/left-alone-page.tsx'
import { PersonPage } from './coordinator/people/person-page.tsx'
import { importRoutes } from './import-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const MOST_PAGES = 100_000
const many = z.coerce.number().int().min(0).max(1_000_000).catch(0).default(0)
const listed = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  division: z.string().min(1).max(10_000).nullable().catch(null).default(null),
  kind: z.enum(['directory', 'guest', 'self-declared']).nullable().catch(null).default(null),
  presence: z.enum(['here', 'left', 'all']).catch('here').default('here'),
  order: z.enum(['name', 'division', 'newest']).catch('name').default('name'),
  page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1).default(1),
  taken: z.enum(['yes']).nullable().catch(null).default(null),
  accepted: many,
  left: many,
  /** The import that was just taken. */
  import: z.uuid().optional().catch(undefined),
})
const one = z.object({ id: z.uuid(), done: z.enum(['left', 'back']).nullable().catch(null).default(null) })

/** The directory, its people one by one, and what comes of their leaving. */
export const peopleRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/people', action: 'people.seeDirectory', given: listed, answer: directoryPage }),
  route({ method: 'GET', path: '/people.csv', action: 'people.seeDirectory', given: listed, answer: directoryCsv }),
  ...importRoutes,
  route({
    method: 'GET',
    path: '/people/left-alone',
    action: 'people.seePairsLeftAlone',
    given: null,
    answer: leftAlonePage,
  }),
  route({
    method: 'GET',
    path: '/people/:id',
    action: 'people.seeDirectory',
    given: one,
    answer: personPage,
    again: notThere,
  }),
  route({
    method: 'GET',
    path: '/people/:id/leave',
    action: 'people.leave',
    given: one,
    answer: leavePage,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/people/:id/leave',
    action: 'people.leave',
    given: one,
    answer: hasLeft,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/people/:id/return',
    action: 'people.returnPerson',
    given: one,
    answer: hasReturned,
    again: notThere,
  }),
]

function queryOf(given: z.infer<typeof listed>): DirectoryQuery {
  const { q: search, division, kind, presence, order, page } = given
  return { search, division, kind, presence, order, page }
}

async function directoryPage({ house, ctx, given, page, goTo }: Visit<z.infer<typeof listed>>) {
  const query = queryOf(given)
  const screen = await seeDirectory(ctx, query, query.page)
  // A page past the last one, after people have left.
  if (screen.people.length === 0 && query.page > 1) return goTo('/people')
  return page(
    'People',
    <DirectoryPage
      screen={screen}
      query={query}
      today={longDay(house.today)}
      mayImport={isAllowed(ctx.actor, 'people.previewPeople')}
      maySeeLeftAlone={isAllowed(ctx.actor, 'people.seePairsLeftAlone')}
      done={given.taken ? { text: takenInWords(given.accepted, given.left), importId: given.import ?? null } : null}
    />,
  )
}

function takenInWords(accepted: number, left: number): string {
  const changed = countOf(accepted, 'person of the file was', 'people of the file were')
  return `Taken: ${changed} added or changed, ${left === 0 ? 'nobody has left' : `${left} left and have no way in any more`}.`
}

async function directoryCsv({ http, house, ctx, given }: Visit<z.infer<typeof listed>>) {
  const { columns, rows } = await directorySheet(ctx, queryOf(given))
  const name = `people-${house.today}.csv`
  return http.body(writeSheet(columns, rows), 200, asDownload('text/csv; charset=utf-8', name))
}

async function leftAlonePage({ ctx, page }: Visit) {
  return page('Pairs left alone', <LeftAlonePage {...(await seePairsLeftAlone(ctx))} />)
}

async function personPage({ house, ctx, given, page }: Visit<z.infer<typeof one>>) {
  const person = await seePerson(ctx, given.id)
  const done = given.done && DONE[given.done]
  return page(person.name, <PersonPage person={person} today={house.today} done={done} />)
}

const DONE = {
  left: 'They are marked as having left, and have no way in any more.',
  back: 'They are back in the directory and can sign in anew.',
}

/** Who may not end somebody is not asked whether to. */
async function leavePage({ ctx, given, page }: Visit<z.infer<typeof one>>) {
  const person = await seePerson(ctx, given.id)
  if (!person.mayEnd) throw new NotAllowed('only an owner', { action: 'people.leave', about: {}, code: 'not-allowed' })
  return page(`Has ${person.name} left?`, <LeavePage person={person} />)
}

async function hasLeft({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await leave(ctx, { id: given.id })
  return goTo(`/people/${given.id}?done=left`)
}

async function hasReturned({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await returnPerson(ctx, { id: given.id })
  return goTo(`/people/${given.id}?done=back`)
}

function notThere(): never {
  throw new NotFound('no such person')
}
