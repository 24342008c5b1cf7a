import type { Role } from '../../../model/role.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { assignmentsOf, seasonsToReview } from '../../../store/review-assignments.ts'
import { notesOf, type ReviewNote } from '../../../store/review-notes.ts'
import { applicationLines, writtenIn } from '../../../store/season-applications.ts'
import type { Season } from '../../../store/seasons.ts'
import { answerTo } from '../../apply/rules/plan-application.ts'
import { hasReached } from '../rules/reached.ts'
import { isReadByReviewers } from '../rules/reviewers-read.ts'
import { criteriaOf, findOwnReview } from './find-own-review.ts'

export type OwnReviewLine = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly state: 'to-do' | 'sent' | 'excused'
}
export type OwnReviews = {
  readonly season: { readonly key: string; readonly name: string } | null
  readonly others: readonly { readonly key: string; readonly name: string }[]
  readonly reviews: readonly OwnReviewLine[]
}
const SEE_OWN = 'review.seeOwnReviews'

/** What was given to whoever asks to review in a season, the latest of theirs unless they name one; what is to do comes first. */
export async function seeOwnReviews(ctx: Context, input: { season?: string }): Promise<OwnReviews> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const mine = await seasonsToReview(tx, ctx.organisationId, me)
    const key = input.season ?? mine[0]?.key
    const season = key === undefined ? null : await findSeason(ctx, tx, key)
    await permit(ctx, tx, SEE_OWN, { seasonId: season?.id ?? seasonOfHat(ctx) })
    if (!season) return { season: null, others: [], reviews: [] }
    const reviews = await ownLines(ctx, tx, season, me)
    const name = `${season.program.name}, ${season.program.season}`
    return { season: { key: season.key, name }, others: mine.filter((it) => it.key !== season.key), reviews }
  })
}

/** A season the hat is of, so that whoever has nothing to review yet still sees their empty page. */
function seasonOfHat(ctx: Context): string | undefined {
  const hats = 'hats' in ctx.actor ? ctx.actor.hats : []
  const worn = hats.find((it) => it.hat === 'reviewer')
  return worn?.seasonId ?? undefined
}

const ORDER = ['to-do', 'sent', 'excused'] as const

async function ownLines(ctx: Context, tx: Tx, season: Season, me: string): Promise<readonly OwnReviewLine[]> {
  const assigned = (await assignmentsOf(tx, ctx.organisationId, season.id)).filter((it) => it.reviewerId === me)
  const by = new Map(assigned.map((it) => [it.applicationId, it]))
  const lines = await applicationLines(tx, ctx.organisationId, season.id, ctx.on ?? ctx.today)
  return lines
    .flatMap((line): OwnReviewLine[] => {
      const it = by.get(line.id)
      if (!it || !hasReached(season.program, line)) return []
      const state = it.isExcused ? 'excused' : it.isSent ? 'sent' : 'to-do'
      return [{ id: line.id, name: line.name, role: line.role, state }]
    })
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.name < b.name ? -1 : 1))
}

export type OneReview = OwnReviewLine & {
  readonly season: string
  readonly seasonName: string
  readonly answers: readonly { readonly question: string; readonly words: readonly string[] }[]
  readonly criteria: readonly { readonly key: string; readonly text: string; readonly source: string }[]
  readonly scores: Readonly<Record<string, number>>
  readonly notes: readonly ReviewNote[]
  readonly hasHeard: boolean
  /** The next one that is to do. */
  readonly next: string | null
}

/** One application to review: what its person was told that reviewers read, and one's own scores and notes; nobody else's. */
export async function readAssigned(ctx: Context, input: { application: string }): Promise<OneReview> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const { season, line, assignment, mine } = await findOwnReview(ctx, tx, 'review.readAssigned', input.application)
    const written = await writtenIn(tx, ctx.organisationId, line.id)
    const questions = season.program.roles[line.role].questions.filter(isReadByReviewers)
    const next = (await ownLines(ctx, tx, season, me)).find((it) => it.state === 'to-do' && it.id !== line.id)
    return {
      id: line.id,
      name: line.name,
      role: line.role,
      state: assignment.isExcused ? 'excused' : mine ? 'sent' : 'to-do',
      season: season.key,
      seasonName: `${season.program.name}, ${season.program.season}`,
      answers: questions.map((it) => ({ question: it.text, words: written ? answerTo(it, written) : [] })),
      criteria: criteriaOf(season, line.role).map(({ key, text, source }) => ({ key, text, source })),
      scores: mine?.scores ?? {},
      notes: await notesOf(tx, ctx.organisationId, line.id, me),
      hasHeard: line.releasedOn !== null,
      next: next?.id ?? null,
    }
  })
}
