import { dayIn } from '../../../calendar/days.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { addTraining } from '../../../store/facts.ts'
import { pairsOfPerson } from '../../../store/participants.ts'
import { lockPersonBy } from '../../../store/people.ts'
import {
  addEvidence,
  addEvidenceFile,
  type EvidenceFile,
  evidenceFile,
  removeEvidence,
  rolesIn,
  trainingOf,
} from '../../../store/training.ts'
import { decideEvidence, kindOfFile, LARGEST_FILE_BYTES, planTraining, type TrainingDue } from '../rules.ts'

export type OwnTraining = {
  readonly season: string
  readonly seasonName: string
  readonly seasonEndsOn: string
  readonly today: string
  readonly due: readonly TrainingDue[]
}
export type Evidence = {
  readonly season: string
  readonly course: string
  readonly on: string
  readonly link: string
  /** The bytes of a file; empty where none was chosen. */
  readonly file: Uint8Array
}

/** The training of a season as it stands for the person who asks: to whoever neither applied nor is in a pair it is not there. */
export async function seeTraining(ctx: Context, input: { season: string }): Promise<OwnTraining> {
  return within(ctx, (tx) => enter(ctx, tx, 'learn.seeTraining', input.season))
}

/** Records a course as completed, by a link, a file or one's own word; said twice it is recorded once. */
export async function giveEvidence(ctx: Context, input: Evidence): Promise<{ became: 'recorded' | 'there' }> {
  const personId = selfOf(ctx)
  return within(ctx, async (tx) => {
    const own = await enter(ctx, tx, 'learn.giveEvidence', input.season)
    const link = input.link.trim()
    const decided = decideEvidence(own.due, { ...input, link }, own.today)
    if (!decided.ok) throw unusable(decided.code)
    const fileKind = input.file.length > 0 ? readFile(input.file) : null
    const { id: seasonId } = await findSeason(ctx, tx, input.season)
    await lockPersonBy(tx, ctx.organisationId, { id: personId })
    const at = ctx.clock.now()
    const record = { id: newId(), person_id: personId, course: input.course, happened_on: input.on }
    if ((await addTraining(tx, ctx.organisationId, seasonId, [record], at)) === 0) return { became: 'there' }
    const kind = fileKind ? 'file' : link ? 'link' : 'word'
    const evidence = { id: newId(), seasonId, personId, course: input.course, recordedAt: at }
    await addEvidence(tx, ctx.organisationId, { ...evidence, kind, link: link || null })
    if (fileKind)
      await addEvidenceFile(tx, ctx.organisationId, { evidenceId: evidence.id, kind: fileKind, bytes: input.file })
    return { became: 'recorded' }
  })
}

/** Takes back what one recorded oneself; what a coordinator recorded stays. */
export async function takeBackEvidence(
  ctx: Context,
  input: { season: string; course: string },
): Promise<{ takenBack: boolean }> {
  const personId = selfOf(ctx)
  return within(ctx, async (tx) => {
    await enter(ctx, tx, 'learn.takeBackEvidence', input.season)
    const { id: seasonId } = await findSeason(ctx, tx, input.season)
    await lockPersonBy(tx, ctx.organisationId, { id: personId })
    return {
      takenBack: await removeEvidence(tx, ctx.organisationId, { seasonId, personId, course: input.course }),
    }
  })
}

/** A file that was given as evidence, for whoever gave it and for coordinators of the season. */
export async function openEvidence(ctx: Context, input: { evidence: string }): Promise<EvidenceFile> {
  return within(ctx, async (tx) => {
    const file = await evidenceFile(tx, ctx.organisationId, input.evidence)
    const about = { seasonId: file?.seasonId, people: file ? [file.personId] : [], about: input.evidence }
    await permit(ctx, tx, 'learn.openEvidence', about)
    if (!file) throw new NotFound('There is no such file.')
    return file
  })
}

async function enter(ctx: Context, tx: Tx, action: string, key: string): Promise<OwnTraining> {
  const personId = selfOf(ctx)
  const { id, key: season, program } = await findSeason(ctx, tx, key)
  const roles = await rolesIn(tx, ctx.organisationId, id, personId)
  await permit(ctx, tx, action, { seasonId: id, people: roles.length > 0 ? [personId] : [] })
  const pairs = await pairsOfPerson(tx, { organisationId: ctx.organisationId, personId, shownOn: ctx.today }, id)
  const today = dayIn(ctx.clock.now(), program.zone)
  const completed = await trainingOf(tx, ctx.organisationId, id, personId)
  // Before everyone hears, the day of a pair would say that there is one.
  const firstOn = program.announcement.on <= today ? (pairs[0]?.publishedOn ?? null) : null
  const due = planTraining(program, roles, firstOn, completed)
  return { season, seasonName: program.name, seasonEndsOn: program.endsOn, today, due }
}

function readFile(bytes: Uint8Array) {
  const at = (message: string) => new Invalid(message, { fields: [{ place: 'file', message }] })
  if (bytes.length > LARGEST_FILE_BYTES) throw at('The file is larger than 2 MB. Choose a smaller one, or give a link.')
  const kind = kindOfFile(bytes)
  if (!kind) throw at('This is neither a PDF nor a PNG or JPEG picture. Choose one of these, or give a link.')
  return kind
}

function unusable(code: string): Invalid {
  const says: Readonly<Record<string, readonly [string, string]>> = {
    'not-a-course': ['course', 'Choose one of the courses shown.'],
    'day-to-come': ['on', 'Enter the day on which you completed it; it has not come yet.'],
    'not-a-link': ['link', 'A link begins with https:// and has no spaces.'],
  }
  const [place, message] = says[code] ?? ['course', 'This cannot be used as it is.']
  return new Invalid(message, { fields: [{ place, message }] })
}
