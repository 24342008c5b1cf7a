import { addDays, dayIn, endOfDay } from '../../../calendar/days.ts'
import { ANSWER_DAYS, letterWithAnswerLink } from '../../../model/answer-link.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { hashOf, newId, newSecret } from '../../../runtime/new-id.ts'
import { type NewLetter, queueLetters } from '../../../runtime/queue-letters.ts'
import type { Tx } from '../../../store/database.ts'
import { addQuestion } from '../../../store/meeting-questions.ts'
import { type NudgeRows, nudgeRowsOf } from '../../../store/nudges.ts'
import { theOrganisation } from '../../../store/organisations.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { type PlannedRow, plannedOfSeason } from '../../../store/planned-meetings.ts'
import { type Season, seasonsOf } from '../../../store/seasons.ts'
import { questionLetter, reminderLetter } from '../messages/meeting-letters.ts'
import { asNudgedPairs } from '../rules/nudged-pairs.ts'
import { type Nudge, planNudges } from '../rules/plan-nudges.ts'
import { startsOf } from '../rules/planned-starts.ts'

const DAY_MS = 86_400_000
/** Letters written in one run at most: the next minute goes on. */
const BATCH = 500

/** Writes the reminders and the questions that are due now; running it again writes none twice. */
export async function askWhetherMet(ctx: Context): Promise<{ readonly written: number }> {
  return within(ctx, async (tx) => {
    let written = 0
    const isDemo = (await theOrganisation(tx))?.kind === 'demo'
    for (const season of await seasonsOf(tx, ctx.organisationId)) {
      if (!isRunning(season, dayIn(ctx.clock.now(), season.program.zone))) continue
      const rows = await nudgeRowsOf(tx, ctx.organisationId, season.id, ctx.today)
      const { meetings, zone } = season.program
      const plans = await plannedOfSeason(tx, ctx.organisationId, season.id)
      const due = asNudgedPairs(factsOf(rows, plans, zone), zone).flatMap((pair) =>
        planNudges(meetings, zone, pair, ctx.clock.now()),
      )
      if (due.length > 0) await permit(ctx, tx, 'meet.askWhetherMet', { seasonId: season.id })
      const letters: NewLetter[] = []
      for (const nudge of due.slice(0, BATCH - written)) {
        const letter = await letterOf(ctx, tx, { season, rows, nudge, isDemo })
        if (letter) letters.push(letter)
      }
      written += await queueLetters(ctx, tx, letters)
    }
    return { written }
  })
}

/** From the first meeting day until the last question was asked: a window's length after the last window. */
function isRunning({ program }: Season, today: string): boolean {
  const { from, until, everyDays } = program.meetings
  return today >= from && today <= addDays(until, everyDays + 1)
}

/** A day that somebody named instead stands as planned until it is over. */
function factsOf(rows: NudgeRows, plans: readonly PlannedRow[], zone: string) {
  const named = rows.movedTo.map(({ pairId, on }) => ({ pairId, at: endOfDay(on, zone) }))
  const planned = [...named, ...plans.flatMap((it) => startsOf(it).map((at) => ({ pairId: it.pairId, at })))]
  return { ...rows, pairs: rows.pairs.map(asPairFact), planned }
}

type Due = { readonly season: Season; readonly rows: NudgeRows; readonly nudge: Nudge; readonly isDemo: boolean }

/** The letter of a nudge, with what its links answer; null where that question was asked before. */
async function letterOf(ctx: Context, tx: Tx, { season, rows, nudge, isDemo }: Due): Promise<NewLetter | null> {
  const { pairId, personId, window, plannedAt } = nudge
  const name = (id: string | undefined) => rows.people.find((it) => it.id === id)?.name ?? ''
  const pair = rows.pairs.find((it) => it.id === pairId)
  const partner = name(pair?.mentorId === personId ? pair.menteeId : pair?.mentorId)
  const about = {
    name: name(personId),
    partner,
    season: season.program.name,
    zone: season.program.zone,
    window,
    plannedAt,
  }
  const page = `${ctx.publicUrl}/pairs/${pairId}/meetings`
  const to = { personId, isKept: isDemo }
  if (nudge.kind === 'reminder') {
    return { ...to, kind: 'meet-reminder', about: `${pairId} ${window.firstDay}`, ...reminderLetter(about, page) }
  }
  const questionId = newId()
  // Nobody sends the demo's letters, so its links are made here, to be opened from its mailbox.
  const secret = isDemo ? newSecret() : null
  const hash = secret ? hashOf(secret) : null
  const now = ctx.clock.now()
  const untilAt = new Date(Date.parse(now) + ANSWER_DAYS * DAY_MS).toISOString()
  const question = { id: questionId, pairId, personId, ...window, plannedAt, hash, madeAt: now, untilAt }
  if (!(await addQuestion(tx, ctx.organisationId, question))) return null
  const letter = questionLetter(about, page, dayIn(untilAt, season.program.zone))
  const body = secret ? letterWithAnswerLink(letter.body, ctx.publicUrl, secret) : letter.body
  return { ...to, kind: 'meet-question', about: questionId, ...letter, body }
}
