import { z } from 'zod'
import { loadProgram } from '../journey/design/actions.ts'
import { changeOrganisation } from '../office/actions/organisation.ts'
import { testMail } from '../office/actions/test-mail.ts'
import { board } from '../office/screens/board.ts'
import { isAllowed } from '../runtime/context.ts'
import { NotFound, Refused } from '../runtime/errors.ts'
import { glassRoutes } from './glass-routes.tsx'
import { hatRoutes } from './hat-routes.tsx'
import { BoardPage } from './owner/board-page.tsx'
import { enteredIn, errorsOf, type FormErrors } from './owner/form-faults.ts'
import { MailTestedPage } from './owner/mail-tested-page.tsx'
import { OrganisationPage } from './owner/organisation-page.tsx'
import { programTemplates } from './owner/program-templates.ts'
import { privacyContact } from './privacy-contact.ts'
import { type Route, route, type Visit } from './route.ts'
import { tokenRoutes } from './token-routes.tsx'

const NO_NAME = 'Enter the name of the organisation.'

const seen = z.object({ done: z.enum(['saved', 'loaded']).nullable().catch(null).default(null) })
const chosen = z.object({ template: z.string().max(200).catch('') })
const changed = z.object({
  name: z.string(NO_NAME).trim().min(1, NO_NAME).max(200, 'Shorten the name to 200 characters.'),
  privacyContact,
  onePerson: z
    .string()
    .optional()
    .transform((it) => it === 'yes'),
})
const DONE = { saved: 'Saved. Every page and form says it from now on.', loaded: 'The program is loaded as a season.' }

/** The owner's board and what it leads to: organisation, hats, tokens, opened applications. */
export const officeRoutes: readonly Route[] = [
  ...hatRoutes,
  ...tokenRoutes,
  ...glassRoutes,
  route({ method: 'GET', path: '/office', action: 'office.seeBoard', given: seen, answer: boardPage }),
  route({ method: 'POST', path: '/office/test-mail', action: 'office.testMail', given: null, answer: mailTested }),
  route({
    method: 'POST',
    path: '/office/program',
    action: 'design.loadProgram',
    given: chosen,
    answer: programLoaded,
  }),
  route({
    method: 'GET',
    path: '/office/organisation',
    action: 'office.seeBoard',
    given: null,
    answer: organisationPage,
  }),
  route({
    method: 'POST',
    path: '/office/organisation',
    action: 'office.changeOrganisation',
    given: changed,
    answer: organisationChanged,
    again: (visit, fault) => organisationAgain(visit, errorsOf(fault)),
  }),
]

const OFFICE_LINKS = [
  { text: 'Organisation', url: '/office/organisation', action: 'office.changeOrganisation' },
  { text: 'Hats', url: '/office/hats', action: 'office.seeHats' },
  { text: 'Opened applications', url: '/office/glass', action: 'office.seeGlasses' },
  { text: 'Directory service', url: '/office/directory', action: 'office.makeDirectoryToken' },
  { text: 'Identity provider', url: '/office/sign-in', action: 'office.setIssuer' },
  { text: 'Your tokens for the API', url: '/me/tokens', action: 'office.makeToken' },
]

async function boardPage({ house, ctx, given, page }: Visit<z.infer<typeof seen>>) {
  const shown = await board(ctx)
  return page(
    'Set-up',
    <BoardPage
      {...shown}
      today={house.today}
      sendsMail={ctx.sendsMail}
      templates={programTemplates()}
      mayLoad={isAllowed(ctx.actor, 'design.loadProgram')}
      links={OFFICE_LINKS.filter((it) => isAllowed(ctx.actor, it.action))}
      done={given.done ? DONE[given.done] : null}
    />,
  )
}

async function mailTested({ house, ctx, page }: Visit) {
  const { to, posted } = await testMail(ctx, house.config)
  return page(posted.ok ? 'The letter was taken' : 'The letter was not taken', <MailTestedPage to={to} {...posted} />)
}

async function programLoaded({ ctx, given, goTo }: Visit<z.infer<typeof chosen>>) {
  const template = programTemplates().find((it) => it.file === given.template)
  if (!template) throw new NotFound('no such program file')
  await loadProgram(ctx, { text: template.text })
  return goTo('/office?done=loaded')
}

async function organisationPage({ ctx, page }: Visit) {
  const { facts } = await board(ctx)
  const { name, privacyContact, onePersonDecidedOn } = facts
  const entered = { name, privacyContact: privacyContact ?? '', onePerson: onePersonDecidedOn !== null }
  return page('Organisation', <OrganisationPage entered={entered} decidedOn={onePersonDecidedOn} errors={{}} />)
}

async function organisationChanged(visit: Visit<z.infer<typeof changed>>) {
  try {
    await changeOrganisation(visit.ctx, visit.given)
    return visit.goTo('/office?done=saved')
  } catch (error) {
    if (error instanceof Refused) return organisationAgain(visit, { onePerson: error.message })
    throw error
  }
}

async function organisationAgain(visit: Visit<unknown>, errors: FormErrors) {
  const text = enteredIn(visit.fields)
  const { facts } = await board(visit.ctx)
  const entered = {
    name: text('name'),
    privacyContact: text('privacyContact'),
    onePerson: text('onePerson') === 'yes',
  }
  const form = <OrganisationPage entered={entered} decidedOn={facts.onePersonDecidedOn} errors={errors} />
  return visit.page('Error: Organisation', form, 422)
}
