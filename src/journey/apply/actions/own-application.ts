import { dayIn } from '../../../calendar/days.ts'
import type { GivenApplication, Wishes } from '../../../model/given-application.ts'
import type { Role } from '../../../model/role.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason, lockOpenSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { removeDraft } from '../../../store/application-drafts.ts'
import { addApplications, supersede } from '../../../store/applications.ts'
import type { Tx } from '../../../store/database.ts'
import { addBlocks } from '../../../store/directory-blocks.ts'
import { coordinatorsOf } from '../../../store/hats.ts'
import { heardOf } from '../../../store/look-again.ts'
import { addWishes, removeWishes, wishesOf } from '../../../store/match-wishes.ts'
import { offerOf } from '../../../store/open-mentors.ts'
import {
  applicantOn,
  isMatchMade,
  markWithdrawn,
  type OwnApplication,
  ownApplications,
  peopleCalled,
} from '../../../store/own-applications.ts'
import { ownPairs } from '../../../store/own-pairs.ts'
import { lockSeason, type Season } from '../../../store/seasons.ts'
import { faultInWords, refusalInWords } from '../messages/form-faults.ts'
import { countTenure, decideApplying, decideWithdrawing } from '../rules/call-phase.ts'
import { planApplication } from '../rules/plan-application.ts'
import { planWishes, wordsIn } from '../rules/plan-wishes.ts'
import { decideSuperseding, isLate } from '../rules.ts'
import { type Content, type FormFault, wishesAt } from '../shapes.ts'
import { ownKey } from './drafts.ts'
import { sendReceipt } from './receipt.ts'

/** What became of it: the first of this role, one in the place of the earlier, or the same again. */
export type Sent = { readonly became: 'sent' | 'changed' | 'same' }

type Asking = {
  readonly season: Season
  readonly role: Role
  readonly me: string
  readonly at: string
  readonly today: string
}

/** Applies for a role, or changes what was sent: the row is the one that a coordinator's sheet would make. */
export async function sendApplication(
  ctx: Context,
  input: { season: string; role: Role; given: GivenApplication },
): Promise<Sent> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'apply.sendApplication', { seasonId: season.id, people: [me] })
    await lockOpenSeason(ctx, tx, season.id)
    const at = ctx.clock.now()
    const it: Asking = { season, role: input.role, me, at, today: dayIn(at, season.program.zone) }
    const own = await ownApplications(tx, ctx.organisationId, season.id, me)
    const inForce = own.filter((one) => one.superseded_by === null)
    await refuseApplying(ctx, tx, it, inForce)
    const isDual = inForce.some((one) => one.role !== it.role)
    const { content, wishes } = await readForm(ctx, tx, it, input.given, isDual)
    const before = inForce.find((one) => one.role === it.role)
    const same = before && sameContent(before, content) && (await sameWishes(ctx, tx, it, wishes))
    if (!same) {
      await addOne(ctx, tx, it, own, content)
      await keepWishes(ctx, tx, it, wishes)
    }
    await removeDraft(tx, ctx.organisationId, { seasonId: season.id, personId: me, role: it.role })
    return { became: same ? 'same' : before ? 'changed' : 'sent' }
  })
}

async function refuseApplying(ctx: Context, tx: Tx, it: Asking, inForce: readonly OwnApplication[]): Promise<void> {
  const { season, me, role, today } = it
  const applicant = await applicantOn(tx, ctx.organisationId, me, today)
  const coordinators = await coordinatorsOf(tx, ctx.organisationId, season.id, ctx.today)
  const heard = await heardOf(tx, ctx.organisationId, me)
  const decided = decideApplying(season.program, {
    role,
    today,
    inForce: inForce.map((one) => one.role),
    hasHeard: heard.some((one) => one.seasonId === season.id),
    inDirectory: applicant?.inDirectory === true,
    isOnlyCoordinator: coordinators.size === 1 && coordinators.has(me),
  })
  if (!decided.ok) throw new Refused(decided.code, {}, refusalInWords(decided.code))
}

/** Everything in the form that stands against sending it is said at once. */
async function readForm(ctx: Context, tx: Tx, it: Asking, given: GivenApplication, isDual: boolean) {
  const { program } = it.season
  const { content, faults } = planApplication(program, it.role, given, isDual)
  const words = wordsIn(given)
  const found = words.length > 0 ? await peopleCalled(tx, ctx.organisationId, words, ctx.today) : []
  const listed = planWishes(given, found, it.me)
  const started = (await applicantOn(tx, ctx.organisationId, it.me, it.today))?.startedOn ?? null
  const tenure = countTenure(program.roles[it.role].requirements, started, it.today)
  const all: FormFault[] = [...faults, ...listed.faults]
  if (tenure.is === 'unknown') all.unshift({ place: 'tenure', code: 'start-unknown', facts: {} })
  if (tenure.is === 'not-yet')
    all.unshift({ place: 'tenure', code: 'not-yet', facts: { fromOn: tenure.fromOn, months: tenure.months } })
  if (all.length > 0)
    throw new Invalid('Some answers need another look.', {
      fields: all.map((fault) => ({ place: fault.place, message: faultInWords(fault) })),
    })
  return { content, wishes: listed.wishes }
}

async function addOne(
  ctx: Context,
  tx: Tx,
  it: Asking,
  own: readonly OwnApplication[],
  content: Content,
): Promise<void> {
  const { season, role, me, today } = it
  const ofRole = own.filter((one) => one.role === role)
  const submittedAt = after(it.at, ofRole)
  const fresh = {
    ...content,
    id: newId(),
    person_id: me,
    role,
    submitted_at: submittedAt,
    submitted_on: today,
    late: isLate(submittedAt, season.program.roles[role].call.closes, season.program.zone),
  }
  const { replacedBy } = decideSuperseding([...ofRole, fresh])
  const replaced = ofRole.flatMap(({ id, superseded_by }) => {
    const by = replacedBy.get(id)
    return by !== undefined && by !== superseded_by ? [{ id, by }] : []
  })
  await supersede(tx, ctx.organisationId, replaced)
  const record = { ...fresh, superseded_by: replacedBy.get(fresh.id) ?? null }
  await addApplications(tx, ctx.organisationId, season.id, [record], it.at)
  await sendReceipt(ctx, tx, season, { id: fresh.id, me, role, sentOn: today, isLate: fresh.late })
}

/** An instant later than anything sent or taken back before: two at once, or under a stopped clock, still have an order. */
function after(at: string, own: readonly OwnApplication[]): string {
  const before = own
    .flatMap((one) => [one.submitted_at, one.withdrawn_at ?? one.submitted_at])
    .map((it) => Date.parse(it))
  return new Date(Math.max(Date.parse(at), ...before.map((it) => it + 1))).toISOString()
}

function sameContent(before: OwnApplication, content: Content): boolean {
  const said = (it: Content) =>
    JSON.stringify([
      [it.commits, it.trainings, it.identity, it.certificate, it.manager_informed, it.asynchronous],
      [it.topics, it.management_track, it.mentored_before, it.capacity, it.about],
      Object.entries(it.answers ?? {}).sort(([one], [other]) => (one < other ? -1 : 1)),
    ])
  return said(before) === said(content)
}

async function sameWishes(ctx: Context, tx: Tx, it: Asking, wishes: Wishes): Promise<boolean> {
  const whose = { seasonId: it.season.id, personId: it.me, role: it.role }
  const kept = await wishesOf(tx, ctx.organisationId, whose)
  const before = kept ? await ctx.keyring.open(ownKey(ctx, it.me), wishesAt(kept.id), kept.sealed) : textOf(NO_WISHES)
  return before === textOf(wishes)
}

const NO_WISHES: Wishes = { wishes: [], blocks: [] }

function textOf({ wishes, blocks }: Wishes): string {
  return JSON.stringify({ wishes, blocks })
}

async function keepWishes(ctx: Context, tx: Tx, it: Asking, wishes: Wishes): Promise<void> {
  const whose = { seasonId: it.season.id, personId: it.me, role: it.role }
  await removeWishes(tx, ctx.organisationId, whose)
  if (textOf(wishes) === textOf(NO_WISHES)) return
  const id = newId()
  const sealed = await ctx.keyring.seal(ownKey(ctx, it.me), wishesAt(id), textOf(wishes))
  await addWishes(tx, ctx.organisationId, { ...whose, id, sealed, at: it.at })
  // Whoever shows themselves in the directory of mentors is not shown there to whom they block.
  if (await offerOf(tx, ctx.organisationId, it.me)) await addBlocks(tx, ctx.organisationId, it.me, wishes.blocks, it.at)
}

/** Takes an application back; doing it twice is the same. It can be sent again while the call is open. */
export async function withdrawApplication(
  ctx: Context,
  input: { season: string; role: Role },
): Promise<{ withdrawn: boolean }> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'apply.withdrawApplication', { seasonId: season.id, people: [me] })
    await lockSeason(tx, ctx.organisationId, season.id)
    const own = await ownApplications(tx, ctx.organisationId, season.id, me)
    const one = own.find((it) => it.role === input.role && it.superseded_by === null)
    if (!one) return { withdrawn: false }
    const pairs = await ownPairs(tx, { organisationId: ctx.organisationId, personId: me, shownOn: ctx.today })
    const heard = await heardOf(tx, ctx.organisationId, me)
    const decided = decideWithdrawing({
      hasHeard: heard.some((it) => it.seasonId === season.id),
      isPaired: pairs.some((it) => it.seasonId === season.id && it.endedOn === null),
      isMatchMade: await isMatchMade(tx, ctx.organisationId, season.id, one.submitted_on),
    })
    if (!decided.ok) throw new Refused(decided.code, {}, refusalInWords(decided.code))
    const at = after(ctx.clock.now(), [one])
    const withdrawn = await markWithdrawn(tx, ctx.organisationId, one.id, at)
    await removeWishes(tx, ctx.organisationId, { seasonId: season.id, personId: me, role: input.role })
    return { withdrawn }
  })
}
