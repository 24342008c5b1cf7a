import { z } from 'zod'
import { erasePerson } from '../people/actions/erase-person.ts'
import { exportMyData } from '../people/actions/export-my-data.ts'
import { askToLookAgain } from '../people/actions/look-again.ts'
import { whoLooked } from '../people/actions/who-looked.ts'
import { erasurePlan } from '../people/screens/erasure-plan.ts'
import { lookAgainForm } from '../people/screens/look-again.ts'
import { myData } from '../people/screens/my-data.ts'
import { type Invalid, NotFound } from '../runtime/errors.ts'
import { selfOf } from '../runtime/self.ts'
import { ErasePage } from './participant/me/erase-page.tsx'
import { ErasedPage } from './participant/me/erased-page.tsx'
import { exportDocument } from './participant/me/export-document.tsx'
import { LookAgainPage } from './participant/me/look-again-page.tsx'
import { MePage } from './participant/me/me-page.tsx'
import { WhoLookedPage } from './participant/me/who-looked-page.tsx'
import { type Route, route, type Visit } from './route.ts'
import { takeSignIn } from './visitor.ts'

const paged = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1) })
const typed = z.object({ address: z.string().max(320).catch('') })
const one = z.object({ id: z.uuid() })
const seasonal = z.object({ season: z.string().max(100), done: z.string().optional() })
const worded = z.object({ season: z.string().max(100), words: z.string().catch('') })

const SEE = 'people.seeMyData'
const ERASE = 'people.erasePerson'
const PLAN = 'people.seeErasing'

/** What everybody may do with what is held about them: see it, take it away, ask a person, be erased. */
export const rightsRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/me', action: SEE, given: null, answer: mePage }),
  route({ method: 'GET', path: '/me/who-looked', action: 'people.seeWhoLooked', given: paged, answer: whoLookedPage }),
  route({ method: 'GET', path: '/me/export.json', action: 'people.exportMyData', given: null, answer: exportJson }),
  route({ method: 'GET', path: '/me/export.html', action: 'people.exportMyData', given: null, answer: exportHtml }),
  route({ method: 'GET', path: '/me/erase', action: PLAN, given: null, answer: (visit) => eraseOwn(visit, null) }),
  route({ method: 'POST', path: '/me/erase', action: ERASE, given: typed, answer: ownErased, again: eraseOwnAgain }),
  route({ method: 'GET', path: '/people/:id/erase', action: PLAN, given: one, answer: eraseOther, again: notThere }),
  route({
    method: 'POST',
    path: '/people/:id/erase',
    action: ERASE,
    given: one.extend(typed.shape),
    answer: otherErased,
    again: eraseOtherAgain,
  }),
  route({ method: 'GET', path: '/me/look-again/:season', action: SEE, given: seasonal, answer: lookAgain }),
  route({
    method: 'POST',
    path: '/me/look-again/:season',
    action: 'people.askToLookAgain',
    given: worded,
    answer: asked,
    again: lookAgainAgain,
  }),
]

/** An address that cannot be one of anything here reads like one that is not there. */
export function notThere(): never {
  throw new NotFound('no such thing')
}

async function mePage({ house, ctx, page }: Visit) {
  const { name, privacyContact } = house.organisation
  const data = await myData(ctx)
  return page('My data', <MePage data={data} organisation={name} contact={privacyContact} today={house.today} />)
}

async function whoLookedPage({ ctx, given, page }: Visit<z.infer<typeof paged>>) {
  return page('Who looked', <WhoLookedPage {...(await whoLooked(ctx, given))} page={given.page} />)
}

async function exportJson({ http, ctx }: Visit) {
  const data = await exportMyData(ctx)
  return download(http, 'my-data.json', 'application/json; charset=utf-8', `${JSON.stringify(data, null, 2)}\n`)
}

async function exportHtml({ http, ctx }: Visit) {
  return download(http, 'my-data.html', 'text/html; charset=utf-8', exportDocument(await exportMyData(ctx)))
}

function download(http: Visit['http'], name: string, type: string, text: string): Response {
  return http.body(text, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}

type Again = { readonly address: string; readonly error: string } | null

function eraseOwn(visit: Visit<unknown>, again: Again) {
  return erasePage(visit, { person: selfOf(visit.ctx), action: '/me/erase', back: '/me' }, again)
}

function eraseOther(visit: Visit<z.infer<typeof one>>) {
  return otherPage(visit, visit.given.id, null)
}

function otherPage(visit: Visit<unknown>, person: string, again: Again) {
  return erasePage(visit, { person, action: `/people/${person}/erase`, back: `/people/${person}` }, again)
}

async function erasePage(
  { house, ctx, page }: Visit<unknown>,
  it: { person: string; action: string; back: string },
  again: Again,
) {
  const plan = await erasurePlan(ctx, it)
  const isOwn = 'personId' in ctx.actor && ctx.actor.personId === it.person
  const content = (
    <ErasePage
      plan={plan}
      isOwn={isOwn}
      action={it.action}
      back={it.back}
      sendsLetter={ctx.sendsMail}
      contact={house.organisation.privacyContact}
      again={again}
    />
  )
  return page(again ? 'Error: not erased' : 'Erase', content, again ? 422 : 200)
}

async function ownErased({ http, house, ctx, given, lastPage }: Visit<z.infer<typeof typed>>) {
  const certificate = await erasePerson(ctx, { person: selfOf(ctx), address: given.address })
  takeSignIn(http, house)
  return lastPage('Erased', <ErasedPage certificate={certificate} isOwn />)
}

async function otherErased({ http, house, ctx, given, page, lastPage }: Visit<z.infer<typeof one & typeof typed>>) {
  const isOwn = selfOf(ctx) === given.id
  const certificate = await erasePerson(ctx, { person: given.id, address: given.address })
  if (isOwn) takeSignIn(http, house)
  return (isOwn ? lastPage : page)('Erased', <ErasedPage certificate={certificate} isOwn={isOwn} />)
}

function eraseOwnAgain(visit: Visit<unknown>, fault: Invalid) {
  return eraseOwn(visit, againOf(visit, fault))
}

function eraseOtherAgain(visit: Visit<unknown>, fault: Invalid) {
  const read = one.safeParse(visit.fields)
  return read.success ? otherPage(visit, read.data.id, againOf(visit, fault)) : notThere()
}

function againOf({ fields }: Visit<unknown>, fault: Invalid) {
  return { address: String(fields.address ?? ''), error: fault.fields[0]?.message ?? fault.message }
}

function lookAgain(visit: Visit<z.infer<typeof seasonal>>) {
  return lookAgainPage(visit, visit.given.season, visit.given.done === 'yes', null)
}

async function lookAgainPage(
  { house, ctx, page }: Visit<unknown>,
  season: string,
  done: boolean,
  again: { words: string; error: string } | null,
) {
  const form = (await lookAgainForm(ctx, { season })) ?? notThere()
  const contact = house.organisation.privacyContact
  const content = <LookAgainPage form={form} contact={contact} done={done} again={again} />
  return page(again ? 'Error: not sent' : 'Ask a person to look again', content, again ? 422 : 200)
}

async function asked({ ctx, given, goTo }: Visit<z.infer<typeof worded>>) {
  await askToLookAgain(ctx, given)
  return goTo(`/me/look-again/${encodeURIComponent(given.season)}?done=yes`)
}

function lookAgainAgain(visit: Visit<unknown>, fault: Invalid) {
  const again = { words: String(visit.fields.words ?? ''), error: fault.fields[0]?.message ?? fault.message }
  return lookAgainPage(visit, String(visit.fields.season ?? ''), false, again)
}
