import { dayIn } from '../../../calendar/days.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { peopleById } from '../../../store/own-pairs.ts'
import { markOpened, type ReportLine, reportsFor, reportWithCopy, unopenedReports } from '../../../store/reports.ts'
import { deputyLetter } from '../messages/report-letter.ts'
import { type Contact, decideReaders, isOverdue, mayOpen } from '../rules/report-readers.ts'
import { contactsOn, keyOf, placeOf, tellReaders } from './reports.ts'

/** Reports of one reader that the list shows: far more than one contact ever gets in the year they are kept. */
const MOST_LISTED = 500
const BATCH = 100

export type ReportListed = {
  readonly id: string
  readonly season: string
  readonly madeOn: string
  readonly openedAt: string | null
  readonly openedByMe: boolean
}
export type ReportOpened = ReportListed & {
  readonly words: string
  readonly reporter: string
  readonly reporterEmail: string
  readonly mentor: string
  readonly mentee: string
}

/** What waits for the named contact, or for the deputy since nobody opened it in time. */
export async function readReports(ctx: Context): Promise<{ readonly reports: readonly ReportListed[] }> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'meet.readReports', { seasonId: seasonOfHat(ctx) })
    const contacts = await contactsOn(ctx, tx)
    const listed: ReportListed[] = []
    for (const report of await reportsFor(tx, ctx.organisationId, me, MOST_LISTED))
      if (canOpen(ctx, me, contacts, report)) listed.push(asListed(report, me))
    return { reports: listed }
  })
}

/** Opens one report. The first opening is written down, and the reporter sees by hat and day that it was read. */
export async function openReport(ctx: Context, input: { report: string }): Promise<ReportOpened> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const report = await reportWithCopy(tx, ctx.organisationId, me, input.report)
    const opens = report && canOpen(ctx, me, await contactsOn(ctx, tx), report)
    // Never the partner: that somebody read a report would tell them that there is one.
    const people = opens ? [report.reporterId] : []
    await permit(ctx, tx, 'meet.readReports', { seasonId: report?.seasonId ?? seasonOfHat(ctx), people })
    if (!opens) throw new NotFound('There is no such report.')
    const at = ctx.clock.now()
    const first = await markOpened(tx, ctx.organisationId, { id: report.id, by: me, at })
    const words = await ctx.keyring.open(keyOf(ctx, me), placeOf(report.copyId), report.sealed)
    const opened = first ? { ...report, openedAt: at, openedBy: me } : report
    return { ...asListed(opened, me), ...(await peopleOf(ctx, tx, report)), words }
  })
}

/** Tells deputies of reports that nobody opened by the end of the next working day; running it again tells nobody twice. */
export async function tellDeputies(ctx: Context): Promise<{ told: number }> {
  if (!ctx.sendsMail) return { told: 0 }
  return within(ctx, async (tx) => {
    const contacts = await contactsOn(ctx, tx)
    let told = 0
    for (const report of await unopenedReports(tx, ctx.organisationId, BATCH)) {
      if (!isOverdue(report.madeOn, dayIn(ctx.clock.now(), report.zone))) continue
      const readers = decideReaders(contacts, report.seasonId, report)
      const deputies = readers.ok ? readers.value.deputies.filter((id) => report.readers.includes(id)) : []
      const fresh = await tellReaders(ctx, tx, report.id, deputies, deputyLetter)
      if (fresh > 0) await permit(ctx, tx, 'meet.tellDeputy')
      told += fresh
    }
    return { told }
  })
}

function canOpen(ctx: Context, me: string, contacts: readonly Contact[], report: ReportLine): boolean {
  const readers = decideReaders(contacts, report.seasonId, report)
  return readers.ok && mayOpen(me, readers.value, report, dayIn(ctx.clock.now(), report.zone))
}

/** A season in which the actor wears the hat, for a page that is about no single one. */
function seasonOfHat(ctx: Context): string | undefined {
  const hats = 'hats' in ctx.actor ? ctx.actor.hats : []
  return hats.find((it) => it.hat === 'named-contact')?.seasonId ?? undefined
}

function asListed({ id, season, madeOn, openedAt, openedBy }: ReportLine, me: string): ReportListed {
  return { id, season, madeOn, openedAt, openedByMe: openedBy === me }
}

async function peopleOf(ctx: Context, tx: Tx, report: ReportLine) {
  const { reporterId, mentorId, menteeId } = report
  const people = await peopleById(tx, ctx.organisationId, [reporterId, mentorId, menteeId])
  const name = (id: string) => people.get(id)?.name ?? ''
  const reporterEmail = people.get(reporterId)?.email ?? ''
  return { reporter: name(reporterId), reporterEmail, mentor: name(mentorId), mentee: name(menteeId) }
}
