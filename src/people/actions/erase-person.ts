import { addDays } from '../../calendar/days.ts'
import { unfileLetter } from '../../outbox/folder.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import { queueLetters } from '../../runtime/queue-letters.ts'
import { selfOf } from '../../runtime/self.ts'
import type { Tx } from '../../store/database.ts'
import { addErasures, passOperator } from '../../store/erasure-ledger.ts'
import { ERASED_NAME, type Erased, type ErasedRows, erase } from '../../store/erasures.ts'
import { FIELDS } from '../../store/fields/all.ts'
import { hatBook } from '../../store/hats.ts'
import { lockOrganisation } from '../../store/organisations.ts'
import { peopleById } from '../../store/own-pairs.ts'
import { erasedLetter } from '../messages/erased-letter.ts'
import { ownersOn } from '../rules/wearers.ts'
import { BACKUP_DAYS, type Certificate, type RowsOfKind } from '../shapes/certificate.ts'

/**
 * Erases a person at once, themselves or as an owner, after their own address was typed. Their running pairs end today, without
 * a cause. With a mail server the certificate leaves in a last letter, which carries the old address until it has left.
 */
export async function erasePerson(ctx: Context, input: { person: string; address: string }): Promise<Certificate> {
  const by = selfOf(ctx)
  const erasedAt = ctx.clock.now()
  const done = await within(ctx, async (tx) => {
    const found = (await peopleById(tx, ctx.organisationId, [input.person])).get(input.person)
    await permit(ctx, tx, 'people.erasePerson', { people: [input.person], about: input.person })
    if (!found || found.name === ERASED_NAME) throw new NotFound('There is no such person.')
    refuseOther(input.address, found.email)
    const organisation = await lockOrganisation(tx, ctx.organisationId)
    await keepAnOwner(ctx, tx, found.id)
    const erased = await erase(tx, ctx.organisationId, { personId: found.id, erasedAt, day: ctx.today, newId })
    const certificate = certify(organisation.name, ctx.today, erased.rows)
    const line = { id: certificate.number, personId: found.id, byPersonId: by, erasedAt, certificate }
    await addErasures(tx, ctx.organisationId, [line])
    if (ctx.sendsMail) await writeTo(ctx, tx, found.id, found.email, certificate, organisation.privacyContact)
    return { certificate, erased }
  })
  await forget(ctx, input.person, done.erased, erasedAt)
  return done.certificate
}

function refuseOther(typed: string, address: string): void {
  if (typed.trim().toLowerCase() === address.toLowerCase()) return
  const message = 'This is not the address of the person who would be erased.'
  throw new Invalid(message, { fields: [{ place: 'address', message, remedy: `Type ${address}.` }] })
}

/** Under the organisation's lock, so that two owners who erase each other at once leave one. */
async function keepAnOwner(ctx: Context, tx: Tx, personId: string): Promise<void> {
  const owners = ownersOn(await hatBook(tx, ctx.organisationId, ctx.today), ctx.today)
  const next = owners.find((id) => id !== personId)
  if (owners.includes(personId) && !next)
    throw new Refused(
      'last-owner',
      {},
      'They are the only owner. Give the hat of owner to somebody else first, then erase.',
    )
  if (next) await passOperator(tx, ctx.organisationId, personId, next)
}

async function writeTo(
  ctx: Context,
  tx: Tx,
  personId: string,
  toAddress: string,
  certificate: Certificate,
  privacyContact: string | null,
): Promise<void> {
  const letter = erasedLetter(certificate, privacyContact)
  await queueLetters(ctx, tx, [{ personId, kind: 'erased', about: certificate.number, ...letter, toAddress }])
}

/** What no transaction holds: letters in the folder, and the keys, whose end no backup of the data can undo. */
async function forget(ctx: Context, personId: string, erased: Erased, at: string): Promise<void> {
  if (ctx.draftsFolder) for (const letter of erased.filed) unfileLetter(ctx.draftsFolder, letter)
  const { organisationId } = ctx
  await ctx.keyring.destroy({ organisationId, kind: 'person', id: personId }, at)
  for (const id of erased.pairs) await ctx.keyring.destroy({ organisationId, kind: 'pair', id }, at)
}

function certify(organisation: string, erasedOn: string, rows: ErasedRows): Certificate {
  const of = (counts: Readonly<Record<string, number>>): readonly (RowsOfKind & { table: string })[] =>
    Object.entries(counts)
      .filter(([table, count]) => count > 0 && !FIELDS[table]?.uncounted)
      .map(([table, count]) => ({ table, holds: FIELDS[table]?.holds ?? table, rows: count }))
  const plain = (all: readonly (RowsOfKind & { table: string })[]) =>
    all.map(({ holds, rows: count }) => ({ holds, rows: count }))
  return {
    number: newId(),
    organisation,
    erasedOn,
    deleted: plain(of(rows.deleted)),
    emptied: plain(of(rows.emptied)),
    kept: of(rows.kept).map(({ table, holds, rows: count }) => ({ holds, rows: count, why: whyKept(table) })),
    uncounted: Object.values(FIELDS).flatMap((it) => (it.uncounted && it.erasure === 'delete' ? [it.holds] : [])),
    backupsEndOn: addDays(erasedOn, BACKUP_DAYS),
  }
}

function whyKept(table: string): string {
  const erasure = FIELDS[table]?.erasure
  return typeof erasure === 'object' ? erasure.keep : ''
}
