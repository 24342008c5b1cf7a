import type { Day } from '../../../model/day.ts'
import { ROLES, type Role } from '../../../model/role.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import { hashOf, newId, newSecret } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { addCertificate, changeLines, type OwnCertificate, removeCertificate } from '../../../store/certificates.ts'
import { namesOf } from '../../../store/people.ts'
import { decideLines } from '../rules/certificate.ts'
import { certificateAt } from '../shapes.ts'
import { findStandings, type OwnStanding } from './find-standings.ts'

export type OwnCompletion = Omit<OwnStanding, 'certificate'> & {
  /** With the code of its link; null until it is made. */
  readonly certificate: (Omit<OwnCertificate, 'sealed'> & { readonly code: string }) | null
}
export type OwnCompletions = {
  readonly season: string
  readonly name: string
  readonly holder: string
  readonly today: Day
  readonly endsOn: Day
  readonly everyDays: number
  /** Whether surveys are among what is asked: that one answered counts then. */
  readonly asksSurveys: boolean
  /** Whether taking part says something of a person that they may not want to say. */
  readonly isConfiding: boolean
  readonly roles: readonly OwnCompletion[]
}

/** What the one who asks has done towards a certificate of completion, in each role; to whoever was in no pair it is not there. */
export async function seeOwnCompletion(ctx: Context, input: { readonly season: string }): Promise<OwnCompletions> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const { roles, today } = await findStandings(ctx, tx, season, me)
    await permit(ctx, tx, 'results.seeOwnCompletion', { seasonId: season.id, people: roles.length > 0 ? [me] : [] })
    const names = await namesOf(tx, ctx.organisationId, [me])
    const shown: OwnCompletion[] = []
    for (const it of roles) shown.push({ ...it, certificate: await opened(ctx, me, it.certificate) })
    const { program } = season
    return {
      season: season.key,
      name: `${program.name}, ${program.season}`,
      holder: names.get(me) ?? '',
      today,
      endsOn: program.endsOn,
      everyDays: program.meetings.everyDays,
      asksSurveys: Object.values(program.surveys).some((it) => it.gate === 'certificate'),
      isConfiding: ROLES.some((role) => program.roles[role].requirements.some((it) => it.kind === 'identity')),
      roles: shown,
    }
  })
}

/** Chooses what stands on one’s certificate; the first time it is made, with a link that stays until it is taken back. */
export async function showCertificate(
  ctx: Context,
  input: { readonly season: string; readonly role: Role; readonly lines: readonly string[] },
): Promise<{ became: 'made' | 'changed' }> {
  const me = selfOf(ctx)
  const decided = decideLines(input.lines)
  if (!decided.ok) {
    const message = 'Choose at least one thing that stands on it.'
    throw new Invalid(message, { fields: [{ place: `lines-${input.role}`, message }] })
  }
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const { roles, today } = await findStandings(ctx, tx, season, me)
    const own = roles.find((it) => it.role === input.role)
    await permit(ctx, tx, 'results.showCertificate', { seasonId: season.id, people: own ? [me] : [] })
    const place = { seasonId: season.id, personId: me, role: input.role, lines: decided.value }
    if (own && !own.certificate) {
      if (own.standing !== 'ready')
        throw new Refused(
          'not-completed',
          { role: input.role },
          'There is no certificate yet: something is still missing.',
        )
      const [id, code] = [newId(), newSecret()]
      const owner = { organisationId: ctx.organisationId, kind: 'person', id: me } as const
      const sealed = await ctx.keyring.seal(owner, certificateAt(id), code)
      const { fromOn, untilOn, minutes } = own.facts
      const made = {
        ...place,
        id,
        fromOn,
        untilOn,
        minutes,
        hash: hashOf(code),
        sealed,
        madeOn: today,
        at: ctx.clock.now(),
      }
      if (await addCertificate(tx, ctx.organisationId, made)) return { became: 'made' }
    }
    await changeLines(tx, ctx.organisationId, place)
    return { became: 'changed' }
  })
}

/** Takes one’s certificate back; a new one has a new link. */
export async function takeBackCertificate(
  ctx: Context,
  input: { readonly season: string; readonly role: Role },
): Promise<{ takenBack: boolean }> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const { roles } = await findStandings(ctx, tx, season, me)
    await permit(ctx, tx, 'results.takeBackCertificate', { seasonId: season.id, people: roles.length > 0 ? [me] : [] })
    const place = { seasonId: season.id, personId: me, role: input.role }
    return { takenBack: await removeCertificate(tx, ctx.organisationId, place) }
  })
}

async function opened(ctx: Context, me: string, it: OwnCertificate | null): Promise<OwnCompletion['certificate']> {
  if (!it) return null
  const { sealed, ...rest } = it
  const owner = { organisationId: ctx.organisationId, kind: 'person', id: me } as const
  return { ...rest, code: await ctx.keyring.open(owner, certificateAt(it.id), sealed) }
}
