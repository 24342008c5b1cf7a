import { z } from 'zod'
import {
  answerQuestion,
  askQuestion,
  hideQuestion,
  seeBoard,
  voteQuestion,
  withdrawQuestion,
} from '../journey/gather/actions/board.ts'
import type { Invalid } from '../runtime/errors.ts'
import { BOARD_DONE, BoardPage } from './participant/board/board-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const DONE = Object.keys(BOARD_DONE) as (keyof typeof BOARD_DONE)[]
const PATH = '/seasons/:key/questions'

const board = z.object({
  key: z.string().max(100),
  event: z
    .string()
    .max(100)
    .transform((it) => it || null)
    .nullable()
    .catch(null)
    .default(null),
})
const shown = board.extend({
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  done: z.enum(DONE).nullable().catch(null).default(null),
})
const asked = board.extend({ words: z.string().catch('') })
const one = z.object({ key: z.string().max(100), question: z.uuid(), back: z.string().optional() })
type One = z.infer<typeof one>

/** The question boards of a season and of its events. */
export const boardRoutes: readonly Route[] = [
  route({ method: 'GET', path: PATH, action: 'gather.seeBoard', given: shown, answer: questions }),
  route({
    method: 'POST',
    path: PATH,
    action: 'gather.askQuestion',
    given: asked,
    answer: questionAsked,
    again: boardAgain,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:question/vote`,
    action: 'gather.voteQuestion',
    given: one,
    answer: voted,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:question/withdraw`,
    action: 'gather.withdrawQuestion',
    given: one,
    answer: withdrawn,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:question/answered`,
    action: 'gather.answerQuestion',
    given: one,
    answer: answered,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: `${PATH}/:question/hide`,
    action: 'gather.hideQuestion',
    given: one,
    answer: hidden,
    again: notThere,
  }),
]

async function questions({ house, ctx, given, page }: Visit<z.infer<typeof shown>>) {
  const it = await seeBoard(ctx, { ...given, season: given.key })
  const contact = house.organisation.privacyContact
  return page('Questions', <BoardPage board={it} page={given.page} contact={contact} done={given.done} again={null} />)
}

async function boardAgain({ house, ctx, fields, page }: Visit<unknown>, fault: Invalid) {
  const given = board.parse(fields)
  const it = await seeBoard(ctx, { season: given.key, event: given.event, page: 1 })
  const again = { words: typeof fields.words === 'string' ? fields.words : '', error: fault.message }
  const contact = house.organisation.privacyContact
  const content = <BoardPage board={it} page={1} contact={contact} done={null} again={again} />
  return page('Error: not asked', content, 422)
}

async function questionAsked({ ctx, given, goTo }: Visit<z.infer<typeof asked>>) {
  await askQuestion(ctx, { ...given, season: given.key })
  return goTo(pathOf(given.key, given.event, 'asked'))
}

async function voted({ ctx, given, goTo }: Visit<One>) {
  const back = given.back === 'yes'
  const { event } = await voteQuestion(ctx, { season: given.key, question: given.question, back })
  return goTo(pathOf(given.key, event, back ? 'unvoted' : 'voted'))
}

async function withdrawn({ ctx, given, goTo }: Visit<One>) {
  const { event } = await withdrawQuestion(ctx, { season: given.key, question: given.question })
  return goTo(pathOf(given.key, event, 'withdrawn'))
}

async function answered({ ctx, given, goTo }: Visit<One>) {
  const back = given.back === 'yes'
  const { event } = await answerQuestion(ctx, { season: given.key, question: given.question, back })
  return goTo(pathOf(given.key, event, back ? 'reopened' : 'answered'))
}

async function hidden({ ctx, given, goTo }: Visit<One>) {
  const back = given.back === 'yes'
  const { event } = await hideQuestion(ctx, { season: given.key, question: given.question, back })
  return goTo(pathOf(given.key, event, back ? 'shown' : 'hidden'))
}

function pathOf(key: string, event: string | null, done: (typeof DONE)[number]): string {
  const of = event ? `event=${encodeURIComponent(event)}&` : ''
  return `/seasons/${encodeURIComponent(key)}/questions?${of}done=${done}`
}
