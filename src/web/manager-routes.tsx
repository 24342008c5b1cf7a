import { z } from 'zod'
import { answerManager, askManager, readManagerQuestion } from '../journey/apply/actions/ask-manager.ts'
import { ManagerOverPage, ManagerPage } from './participant/apply/manager-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const ANSWERS = ['confirmed', 'talk-first'] as const
const link = z.string().max(200).catch('').default('')
const linked = z.object({ link, say: z.enum(ANSWERS).catch('confirmed').default('confirmed') })
const pressed = z.object({ link, say: z.enum(ANSWERS) })

const BY_LINK = 'apply.answerManager'

/** Asking one’s manager, and the manager’s one button. */
export const managerRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/seasons/:key/application/manager',
    action: 'apply.askManager',
    given: z.object({ key: z.string() }),
    answer: ask,
  }),
  route({ method: 'GET', path: '/answer-manager', action: BY_LINK, given: linked, answer: question }),
  route({ method: 'POST', path: '/answer-manager', action: BY_LINK, given: pressed, answer: press }),
]

async function ask({ ctx, given, goTo }: Visit<{ key: string }>) {
  await askManager(ctx, { season: given.key })
  return goTo(`/seasons/${given.key}/application?done=manager`)
}

const OVER = 'This link does not answer any more'

async function question({ ctx, given, page }: Visit<z.infer<typeof linked>>) {
  const found = await readManagerQuestion(ctx, { secret: given.link })
  if (!found) return page(OVER, <ManagerOverPage />, 404)
  return page('Confirm', <ManagerPage question={found} secret={given.link} say={given.say} />)
}

async function press({ ctx, given, page, goTo }: Visit<z.infer<typeof pressed>>) {
  const done = await answerManager(ctx, { secret: given.link, answer: given.say })
  return done ? goTo(`/answer-manager?link=${encodeURIComponent(given.link)}`) : page(OVER, <ManagerOverPage />, 404)
}
