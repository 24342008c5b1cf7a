import { z } from 'zod'
import { giveEvidence, openEvidence, seeTraining, takeBackEvidence } from '../journey/learn/actions/own-training.ts'
import { LARGEST_FILE_BYTES } from '../journey/learn/rules.ts'
import { daySchema } from '../model/day.ts'
import { Invalid } from '../runtime/errors.ts'
import { TRAINING_DONE, TrainingPage } from './participant/training/training-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const DONE = Object.keys(TRAINING_DONE) as (keyof typeof TRAINING_DONE)[]
/** The fields beside the file. */
const ROOM_FOR_FIELDS = 64 * 1024
const PATH = '/seasons/:key/training'

const named = z.object({ key: z.string().max(100) })
const shown = named.extend({ done: z.enum(DONE).nullable().catch(null).default(null) })
const coursed = named.extend({ course: z.string().max(200).catch('') })
const given = coursed.extend({
  on: z.string().catch(''),
  link: z.string().catch(''),
  file: z.instanceof(File).optional().catch(undefined),
})
const one = z.object({ key: z.string(), id: z.uuid() })
const FILES = { pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg' } as const

/** The training of a season: what is due, and what somebody shows of it. */
export const trainingRoutes: readonly Route[] = [
  route({ method: 'GET', path: PATH, action: 'learn.seeTraining', given: shown, answer: training }),
  route({
    method: 'POST',
    path: PATH,
    action: 'learn.giveEvidence',
    given,
    largestBytes: LARGEST_FILE_BYTES + ROOM_FOR_FIELDS,
    answer: evidenceGiven,
    again: trainingAgain,
  }),
  route({
    method: 'POST',
    path: `${PATH}/take-back`,
    action: 'learn.takeBackEvidence',
    given: coursed,
    answer: takenBack,
  }),
  route({
    method: 'GET',
    path: `${PATH}/files/:id`,
    action: 'learn.openEvidence',
    given: one,
    answer: file,
    again: notThere,
  }),
]

async function training({ house, ctx, given: it, page }: Visit<z.infer<typeof shown>>) {
  const own = await seeTraining(ctx, { season: it.key })
  const contact = house.organisation.privacyContact
  return page('Training', <TrainingPage own={own} contact={contact} done={it.done} again={null} />)
}

async function evidenceGiven({ ctx, given: it, goTo }: Visit<z.infer<typeof given>>) {
  const on = daySchema.safeParse(it.on)
  if (!on.success) {
    const message = 'Enter the day on which you completed it.'
    throw new Invalid(message, { fields: [{ place: 'on', message }] })
  }
  const bytes = new Uint8Array(it.file ? await it.file.arrayBuffer() : [])
  const evidence = { season: it.key, course: it.course, on: on.data, link: it.link, file: bytes }
  const { became } = await giveEvidence(ctx, evidence)
  return goTo(`/seasons/${encodeURIComponent(it.key)}/training?done=${became}`)
}

async function trainingAgain({ house, ctx, fields, page }: Visit<unknown>, fault: Invalid) {
  const own = await seeTraining(ctx, { season: String(fields.key ?? '') })
  const text = (name: string) => (typeof fields[name] === 'string' ? String(fields[name]) : '')
  const again = { course: text('course'), on: text('on'), link: text('link'), faults: fault.fields }
  const contact = house.organisation.privacyContact
  return page('Error: not recorded', <TrainingPage own={own} contact={contact} done={null} again={again} />, 422)
}

async function takenBack({ ctx, given: it, goTo }: Visit<z.infer<typeof coursed>>) {
  await takeBackEvidence(ctx, { season: it.key, course: it.course })
  return goTo(`/seasons/${encodeURIComponent(it.key)}/training?done=back`)
}

/** Only ever a download, under a name of ours, whatever it holds. */
async function file({ http, ctx, given: it }: Visit<z.infer<typeof one>>) {
  const { kind, bytes } = await openEvidence(ctx, { evidence: it.id })
  return http.body(new Uint8Array(bytes), 200, {
    'content-type': FILES[kind],
    'content-disposition': `attachment; filename="evidence.${kind === 'jpeg' ? 'jpg' : kind}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
}
