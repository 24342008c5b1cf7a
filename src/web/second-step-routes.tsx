import { z } from 'zod'
import { beginCodes, confirmCodes, removeCodes, takeCode } from '../people/actions/one-time-codes.ts'
import { renewRecoveryCodes, takeRecoveryCode } from '../people/actions/recovery-codes.ts'
import { localPath } from '../people/rules/local-path.ts'
import { codesToConfirm, mySecondStep } from '../people/screens/my-second-step.ts'
import { Invalid, NotAllowed } from '../runtime/errors.ts'
import { CodesPage } from './participant/codes-page.tsx'
import { RecoveryCodesPage } from './participant/recovery-codes-page.tsx'
import { RemoveCodesPage } from './participant/remove-codes-page.tsx'
import { SecondStepPage } from './participant/second-step-page.tsx'
import { SignInStepPage } from './participant/sign-in-step-page.tsx'
import { type Route, route, type Visit } from './route.ts'
import { type Fault, secondSteps, waysToStep } from './sign-in-sections.tsx'
import { giveSignIn } from './visitor.ts'

const HERE = '/me/second-step'
const next = z.unknown().optional().transform(localPath)
const led = z.object({ next })
const text = z.string().max(200).catch('')
const coded = led.extend({ code: text })
const recovered = led.extend({ recovery: text })
const seen = led.extend({ removed: z.string().optional().transform(Boolean) })
const ADD = 'people.addSecondStep'
const REMOVE = 'people.removeSecondStep'
const TAKE = 'people.takeSecondStep'

/** The second step: taken in a sign-in, set up, changed and removed. */
export const secondStepRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/sign-in/step', action: TAKE, given: led, answer: stepPage }),
  route({ method: 'POST', path: '/sign-in/step/code', action: TAKE, given: coded, answer: byCode, again: stepAgain }),
  route({
    method: 'POST',
    path: '/sign-in/step/recovery',
    action: TAKE,
    given: recovered,
    answer: byRecoveryCode,
    again: stepAgain,
  }),
  route({ method: 'GET', path: HERE, action: ADD, given: seen, answer: secondStepPage }),
  route({ method: 'POST', path: `${HERE}/codes/begin`, action: ADD, given: led, answer: begin }),
  route({ method: 'GET', path: `${HERE}/codes`, action: ADD, given: led, answer: codesPage }),
  route({ method: 'POST', path: `${HERE}/codes`, action: ADD, given: coded, answer: finish, again: finishAgain }),
  route({ method: 'GET', path: `${HERE}/codes/remove`, action: REMOVE, given: null, answer: removePage }),
  route({ method: 'POST', path: `${HERE}/codes/remove`, action: REMOVE, given: null, answer: removed }),
  route({ method: 'POST', path: `${HERE}/recovery`, action: ADD, given: null, answer: newRecoveryCodes }),
]

/** Whoever has taken it goes on; whoever has nothing to take it with is led to set it up. */
async function stepPage(visit: Visit<z.infer<typeof led>>) {
  const { ctx, given, goTo } = visit
  const mine = await mySecondStep(ctx)
  if (mine.stepped) return goTo(given.next ?? '/')
  if (!mine.hasStep) return goTo(withNext(HERE, given.next))
  return showStep(visit, given.next, null)
}

async function showStep(visit: Visit<unknown>, wanted: string | null, fault: Fault | null) {
  const mine = await mySecondStep(visit.ctx)
  const sections = await waysToStep({ visit, mine, next: wanted, fault })
  return visit.page(
    fault ? 'Error: One more step' : 'One more step',
    <SignInStepPage errors={fault ? [fault] : []}>{sections}</SignInStepPage>,
    fault ? 422 : 200,
  )
}

async function byCode({ http, house, ctx, given, goTo }: Visit<z.infer<typeof coded>>) {
  const { secret } = await orSay('code', () => takeCode(ctx, given))
  giveSignIn(http, house, secret)
  return goTo(given.next ?? '/')
}

async function byRecoveryCode({ http, house, ctx, given, goTo }: Visit<z.infer<typeof recovered>>) {
  const { secret } = await orSay('recovery', () => takeRecoveryCode(ctx, { code: given.recovery }))
  giveSignIn(http, house, secret)
  return goTo(given.next ?? '/')
}

const NOT_TAKEN = {
  code: 'Enter the code your app shows now. Each works once, and for about a minute.',
  recovery: 'See that it is written as you kept it, or use another one. Each works once.',
}

/** A code that is not taken is a refusal to the audit, and something to correct to the person. */
async function orSay<T>(place: keyof typeof NOT_TAKEN, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof NotAllowed ? error.refusal?.code : null
    if (code !== 'wrong-code' && code !== 'code-used') throw error
    throw new Invalid(NOT_TAKEN[place], { fields: [{ place, message: NOT_TAKEN[place] }] })
  }
}

function stepAgain(visit: Visit<unknown>, fault: Invalid) {
  const { place = 'code', message = fault.message } = fault.fields[0] ?? {}
  return showStep(visit, localPath(visit.fields.next), { fieldId: place, text: message })
}

/** Everything on it changes how somebody signs in: with a step there already, it is taken first. */
async function secondStepPage(visit: Visit<z.infer<typeof seen>>) {
  const { ctx, given, goTo, page } = visit
  const mine = await mySecondStep(ctx)
  if (!mine.mayChange) return goTo(withNext('/sign-in/step', given.next ?? HERE))
  const sections = await secondSteps({ visit, mine, next: given.next, fault: null })
  return page(
    mine.hasStep ? 'Your second step' : 'Set up your second step',
    <SecondStepPage hasStep={mine.hasStep} wearsHat={mine.wearsHat} removed={given.removed} next={given.next}>
      {sections}
    </SecondStepPage>,
  )
}

async function begin({ ctx, given, goTo }: Visit<z.infer<typeof led>>) {
  await beginCodes(ctx)
  return goTo(withNext(`${HERE}/codes`, given.next))
}

function codesPage(visit: Visit<z.infer<typeof led>>) {
  return showCodes(visit, visit.given.next, null)
}

async function showCodes({ ctx, page, goTo }: Visit<unknown>, wanted: string | null, error: string | null) {
  const codes = await codesToConfirm(ctx)
  if (!codes) return goTo(withNext(HERE, wanted))
  return page(
    error === null ? 'Set up one-time codes' : 'Error: Set up one-time codes',
    <CodesPage {...codes} next={wanted} error={error} />,
    error === null ? 200 : 422,
  )
}

/** The codes are in this answer alone, which no address shows again. */
async function finish({ http, house, ctx, given, page }: Visit<z.infer<typeof coded>>) {
  const { secret, recoveryCodes } = await confirmCodes(ctx, given)
  giveSignIn(http, house, secret)
  return page('Keep these codes', <RecoveryCodesPage codes={recoveryCodes} next={given.next} />)
}

function finishAgain(visit: Visit<unknown>, fault: Invalid) {
  return showCodes(visit, localPath(visit.fields.next), fault.message)
}

async function newRecoveryCodes({ ctx, page }: Visit) {
  const { recoveryCodes } = await renewRecoveryCodes(ctx)
  return page('Keep these codes', <RecoveryCodesPage codes={recoveryCodes} next={null} />)
}

async function removePage({ ctx, page, goTo }: Visit) {
  const mine = await mySecondStep(ctx)
  return mine.mayRemoveCodes ? page('Remove one-time codes?', <RemoveCodesPage />) : goTo(HERE)
}

async function removed({ ctx, goTo }: Visit) {
  await removeCodes(ctx)
  return goTo(`${HERE}?removed=codes`)
}

function withNext(path: string, wanted: string | null): string {
  return wanted === null ? path : `${path}?${new URLSearchParams({ next: wanted })}`
}
