import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { type GlassRow, glasses as glassRows, OPENED_COLUMNS } from '../../store/glass.ts'
import { type SeasonName, seasonNames } from '../../store/seasons.ts'
import { decideAgree, decideEndGlass, decideLook, type GlassState, stateOfGlass } from '../rules/glass.ts'
import { readerOf } from './reader.ts'

export const GLASSES_PER_PAGE = 50

export type GlassLine = GlassRow & {
  readonly state: GlassState
  readonly mayAgree: boolean
  readonly mayLook: boolean
  readonly mayEnd: boolean
}
export type GlassesScreen = {
  readonly lines: readonly GlassLine[]
  readonly found: number
  readonly seasons: readonly SeasonName[]
  readonly mayAsk: boolean
  /** The columns of an application that open. */
  readonly opens: readonly string[]
}

/** A page of everything that was ever asked to be opened, with what its reader may do about it now. */
export async function glasses(ctx: Context, page: number): Promise<GlassesScreen> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.seeGlasses')
    const me = readerOf(ctx)
    const now = ctx.machineClock.now()
    const rows = await glassRows(tx, ctx.organisationId, GLASSES_PER_PAGE, (page - 1) * GLASSES_PER_PAGE)
    const mayAsk = isAllowed(ctx.actor, 'office.askToBreakGlass')
    return {
      lines: rows.map((it) => asLine(it, me, now, mayAsk)),
      found: rows.at(0)?.total ?? 0,
      seasons: mayAsk ? await seasonNames(tx, ctx.organisationId) : [],
      mayAsk,
      opens: OPENED_COLUMNS,
    }
  })
}

function asLine(it: GlassRow, me: string, now: string, isOwner: boolean): GlassLine {
  const state = stateOfGlass(it, now)
  const ends = decideEndGlass(it, me, now)
  return {
    ...it,
    state,
    mayAgree: decideAgree(it, me, now).ok,
    mayLook: isOwner && decideLook(it, me, now).ok,
    mayEnd: ends.ok && ends.value === 'ended',
  }
}
