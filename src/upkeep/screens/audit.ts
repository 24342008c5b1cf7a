import { PERMISSIONS } from '../../permissions/all.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { headSeal } from '../../store/audit-seals.ts'
import { type AuditRead, countAudit, lastCheck, searchAudit } from '../../store/audit-search.ts'

export const LINES_PER_PAGE = 50
/** Nobody turns so many pages: whoever looks for more narrows the days. */
export const MOST_LINES = 10_000
export const MOST_LINES_OF_A_SHEET = 20_000

export type AuditFilter = {
  readonly person: string
  /** Part of what was done, in the words of the permissions or by its name. */
  readonly what: string
  readonly from: string | null
  readonly until: string | null
  readonly refusedOnly: boolean
  readonly page: number
}

export type AuditLineShown = AuditRead & { readonly does: string }

export type AuditScreen = {
  readonly lines: readonly AuditLineShown[]
  /** At most `MOST_LINES`. */
  readonly found: number
  readonly chain: {
    readonly number: number
    readonly hash: string
    readonly checkedAt: string | null
    /** What the last check found: "sound from 1 to 17". */
    readonly found: string | null
  } | null
}

/** One page of the audit, and how its chain stands. Never content: only who did what, when, and on what ground. */
export async function auditLog(ctx: Context, filter: AuditFilter): Promise<AuditScreen> {
  const { organisationId } = ctx
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'upkeep.seeAudit')
    const search = searchOf(filter)
    const lines = await searchAudit(tx, organisationId, search, LINES_PER_PAGE, (filter.page - 1) * LINES_PER_PAGE)
    const found = await countAudit(tx, organisationId, search, MOST_LINES)
    const head = await headSeal(tx, organisationId)
    const checked = await lastCheck(tx, organisationId)
    const chain = head ? { ...head, checkedAt: checked?.at ?? null, found: checked?.about ?? null } : null
    return { lines: lines.map(withWords), found, chain }
  })
}

/** The same lines for a spreadsheet, the newest first. */
export async function auditSheet(ctx: Context, filter: AuditFilter): Promise<readonly AuditLineShown[]> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'upkeep.seeAudit', { about: 'as a spreadsheet' })
    return (await searchAudit(tx, ctx.organisationId, searchOf(filter), MOST_LINES_OF_A_SHEET, 0)).map(withWords)
  })
}

/** That somebody wrote a note or a report is for named people only: the chain holds these lines, and no page lists them. */
const DISCREET = Object.entries(PERMISSIONS).flatMap(([name, it]) => (it.discreet ? [name] : []))

function withWords(line: AuditRead): AuditLineShown {
  // What was refused stays on record, and says no more than that.
  if (DISCREET.includes(line.action))
    return { ...line, action: 'for named people', does: 'Something for named people only', season: null, about: null }
  return { ...line, does: PERMISSIONS[line.action]?.does ?? line.action }
}

function searchOf({ what, ...rest }: AuditFilter) {
  const words = what.toLowerCase()
  const says = ([name, it]: [string, { readonly does: string }]) => `${name} ${it.does}`.toLowerCase().includes(words)
  const actions =
    words === ''
      ? null
      : Object.entries(PERMISSIONS)
          .filter((it) => says(it) && !it[1].discreet)
          .map(([name]) => name)
  return { ...rest, actions, unlisted: DISCREET }
}
