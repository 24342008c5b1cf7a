import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { Invalid, Refused } from '../../runtime/errors.ts'
import { hashOf, lowestIdAt } from '../../runtime/new-id.ts'
import { oldestUnsealed, sealOfNumber, sealsAfter } from '../../store/audit-seals.ts'
import type { Tx } from '../../store/database.ts'
import { decideAnchor, decideLink, type Head, type Link, planBeginning } from '../rules/chain.ts'

const PAGE = 1000
/** A line that is older and has no seal was forgotten, or its seal was removed. */
const SEALED_WITHIN_MS = 60_000

/** What is wrong, at the first place where something is. */
export type AuditFault = {
  readonly code: string
  readonly number: number | null
  readonly id: string | null
  readonly day: string | null
  readonly action: string | null
}

export type Verified = {
  /** How many lines were checked. */
  readonly checked: number
  /** The number the chain begins with; more than 1 where retention has removed what was before. */
  readonly first: number | null
  /** The last number and hash, to be kept elsewhere as an anchor: `NUMBER:HASH`. */
  readonly head: string | null
  readonly lines: readonly string[]
}

type Checked = Omit<Verified, 'head' | 'lines'> & { readonly head: Head | null; readonly fault: AuditFault | null }

/**
 * Checks every line of the audit against its chain, a page at a time, and an anchor that was kept elsewhere. The first line that
 * is not as it was written is named.
 */
export async function verifyAudit(ctx: Context, input: { readonly anchor?: string }): Promise<Verified> {
  const anchor = input.anchor === undefined ? null : readAnchor(input.anchor)
  const { fault, head, ...rest } = await checkAudit(ctx, anchor)
  if (fault) throw broken(fault)
  return { ...rest, head: head && `${head.number}:${head.hash}`, lines: inLines(rest, head, anchor) }
}

/** The same without throwing: what was found is kept in the audit's own line of this check. */
export function checkAudit(ctx: Context, anchor: Head | null): Promise<Checked> {
  return within(ctx, async (tx) => {
    const action = 'upkeep.verifyAudit'
    const checked = isAllowed(ctx.actor, action) ? await check(ctx, tx, anchor) : null
    // After the check, since the line says what came of it; whoever may not has been answered by nothing but this.
    await permit(ctx, tx, action, { about: checked ? inShort(checked) : undefined })
    return checked ?? { checked: 0, first: null, head: null, fault: null }
  })
}

async function check(ctx: Context, tx: Tx, anchor: Head | null): Promise<Checked> {
  const { organisationId } = ctx
  const walked = await walk(tx, organisationId)
  if (walked.fault) return walked
  const kept = anchor && decideAnchor(anchor, walked.head, await hashAt(tx, organisationId, anchor.number))
  if (kept && !kept.ok) return { ...walked, fault: { ...NOTHING, code: kept.code, number: anchor?.number ?? null } }
  const minuteAgo = new Date(Date.parse(ctx.machineClock.now()) - SEALED_WITHIN_MS).toISOString()
  const forgotten = await oldestUnsealed(tx, organisationId, lowestIdAt(minuteAgo))
  if (!forgotten) return walked
  const { id, onDay: day, action } = forgotten
  return { ...walked, fault: { code: 'line-unsealed', number: null, id, day, action } }
}

const NOTHING = { id: null, day: null, action: null } as const

async function walk(tx: Tx, organisationId: string): Promise<Checked> {
  let head: Head = planBeginning(organisationId, hashOf)
  let first: number | null = null
  let checked = 0
  for (;;) {
    const page = await sealsAfter(tx, organisationId, head.number, PAGE)
    for (const link of page) {
      // What stood before the first line that is left was removed by retention, and is taken as given.
      if (first === null && link.seal.number > 1) head = { number: link.seal.number - 1, hash: link.seal.previous }
      first ??= link.seal.number
      const next = decideLink(head, link, page, hashOf)
      if (!next.ok) return { checked, first, head, fault: faultAt(next.code, head.number + 1, link) }
      head = next.value
      checked += 1
    }
    if (page.length < PAGE) return { checked, first, head: first === null ? null : head, fault: null }
  }
}

function faultAt(code: string, number: number, { seal, line }: Link): AuditFault {
  // Of a seal that is not there the chain tells no more than its number.
  if (code === 'seal-missing') return { ...NOTHING, code, number }
  return { code, number, id: seal.auditId, day: line?.onDay ?? null, action: line?.action ?? null }
}

async function hashAt(tx: Tx, organisationId: string, number: number): Promise<string | null> {
  const seal = await sealOfNumber(tx, organisationId, number)
  if (seal) return seal.hash
  return (await sealOfNumber(tx, organisationId, number + 1))?.previous ?? null
}

function inShort({ fault, first, head }: Checked): string {
  if (fault) return `${fault.code}${fault.number === null ? '' : ` at ${fault.number}`}`
  return head ? `sound from ${first} to ${head.number}` : 'empty'
}

function inLines({ checked, first }: Pick<Checked, 'checked' | 'first'>, head: Head | null, anchor: Head | null) {
  if (!head) return ['The audit is empty.']
  const before = `What was before number ${first} is not here any more: retention removes lines after two years. It is taken as given.`
  return [
    `${checked} lines of the audit are as they were written, from number ${first} to ${head.number}.`,
    ...(first === 1 ? [] : [before]),
    ...(anchor ? [`The anchor at number ${anchor.number} stands where it stood.`] : []),
    'Keep this anchor away from this machine; a later check with --anchor finds out whether anything was cut off since:',
    `${head.number}:${head.hash}`,
  ]
}

const SAYS: Readonly<Record<string, string>> = {
  'line-changed': 'The line was changed after it was written.',
  'line-removed': 'The line was removed.',
  'lines-reordered': 'The line does not follow the one before it: lines were put in another order, or removed.',
  'seal-missing': 'The seal of this number is missing.',
  'line-unsealed': 'The line is older than a minute and has no seal: its seal was removed, or nothing has sealed it.',
  'tail-cut': 'The audit ends before the anchor: its newest lines were cut off, or an older copy was put back.',
  'anchor-gone': 'The line of the anchor is not there any more: retention removes it after two years, nothing before.',
  'anchor-differs': 'The line of the anchor is another one than when it was noted down.',
}

function broken(fault: AuditFault): Refused {
  const facts = Object.entries(fault).filter(([, value]) => value !== null)
  return new Refused(
    'audit-broken',
    Object.fromEntries(facts.map(([key, value]) => [key === 'code' ? 'fault' : key, value])),
    `The audit is not as it was written. ${SAYS[fault.code] ?? ''}`,
  )
}

function readAnchor(text: string): Head {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? []
  if (number && hash) return { number: Number(number), hash }
  throw new Invalid('--anchor is NUMBER:HASH, as an earlier check printed it.')
}
