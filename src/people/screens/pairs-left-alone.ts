import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { type PairLeftAlone, pairsLeftAlone } from '../../store/leaving.ts'
import { seasonsOf } from '../../store/seasons.ts'

export type PairsLeftAlone = {
  readonly pairs: readonly {
    readonly season: string
    readonly program: string
    readonly mentor: string
    readonly mentee: string
    /** Which side is gone. */
    readonly gone: 'mentor' | 'mentee' | 'both'
    readonly since: string
  }[]
  /** Pairs that are about whoever looks: another coordinator has them. */
  readonly own: number
}

const ACTION = 'people.seePairsLeftAlone'

/** Running pairs with one side gone, of the seasons that whoever looks coordinates; names of other seasons appear to nobody here. */
export async function seePairsLeftAlone(ctx: Context): Promise<PairsLeftAlone> {
  return within(ctx, async (tx) => {
    const seasons = new Map((await seasonsOf(tx, ctx.organisationId)).map((it) => [it.id, it]))
    const mine = [...seasons.keys()].filter((seasonId) => isAllowed(ctx.actor, ACTION, { seasonId }))
    if (mine.length === 0) await permit(ctx, tx, ACTION)
    const found = await pairsLeftAlone(tx, ctx.organisationId, { seasons: mine, today: ctx.today, untold: false })
    for (const seasonId of mine) await permit(ctx, tx, ACTION, { seasonId })
    const own = found.filter((it) => isAbout(ctx, it))
    const pairs = found
      .filter((it) => !isAbout(ctx, it))
      .map((it) => ({
        season: seasons.get(it.seasonId)?.key ?? '',
        program: seasons.get(it.seasonId)?.program.name ?? '',
        mentor: it.mentor,
        mentee: it.mentee,
        gone: goneOf(it),
        since: it.since,
      }))
    return { pairs, own: own.length }
  })
}

function isAbout({ actor }: Context, it: PairLeftAlone): boolean {
  return 'personId' in actor && (actor.personId === it.mentorId || actor.personId === it.menteeId)
}

function goneOf(it: PairLeftAlone): 'mentor' | 'mentee' | 'both' {
  if (it.mentorLeftOn && it.menteeLeftOn) return 'both'
  return it.mentorLeftOn ? 'mentor' : 'mentee'
}
