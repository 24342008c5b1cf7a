import type { Day } from '../model/day.ts'
import { stoppedClock } from '../runtime/clock.ts'
import { type Context, within } from '../runtime/context.ts'
import type { Keyring } from '../runtime/keyring.ts'
import { newId } from '../runtime/new-id.ts'
import { addHat } from '../store/hats.ts'
import { addOrganisation } from '../store/organisations.ts'
import { savePeople } from '../store/people.ts'
import { undone } from '../store/undone.ts'

/** An organisation that is not there, on any day. */
export type Rehearsal = (on: Day) => Context

/**
 * Lets work run in an organisation of kind rehearsal, on a connection whose whole work is undone at its end. Nothing leaves: no
 * mail server, no folder; and what is sealed is sealed with no key, since nobody ever reads it.
 */
export function rehearse<T>(ctx: Context, from: Day, work: (at: Rehearsal) => Promise<T>): Promise<T> {
  // One after the other: each keeps a connection to itself for as long as it takes.
  const mine = last.then(() => rehearseNow(ctx, from, work))
  last = mine.catch(() => undefined)
  return mine
}

let last: Promise<unknown> = Promise.resolve()

async function rehearseNow<T>(ctx: Context, from: Day, work: (at: Rehearsal) => Promise<T>): Promise<T> {
  return undone(ctx.db, async (db) => {
    const [organisationId, personId] = [newId(), newId()]
    const hats = (['coordinator', 'owner', 'people-team'] as const).map((hat) => ({ hat, seasonId: null }))
    const at = (on: Day): Context => ({
      ...ctx,
      db,
      keyring: KEYLESS,
      organisationId,
      actor: { kind: 'operator', personId, hats, operatorPersonId: personId },
      clock: stoppedClock(`${on}T09:00:00.000Z`),
      today: on,
      on,
      draftsFolder: null,
      sendsMail: false,
    })
    await within(at(from), async (tx) => {
      const createdAt = `${from}T09:00:00.000Z`
      await addOrganisation(tx, {
        id: organisationId,
        name: 'Rehearsal',
        kind: 'rehearsal',
        operatorPersonId: personId,
        onePersonDecidedOn: from,
        createdAt,
      })
      const founder = {
        id: personId,
        email: 'coordinator@rehearsal.example',
        name: 'The coordinator',
        kind: 'guest',
      } as const
      await savePeople(tx, organisationId, [{ ...founder, employee_id: null }], createdAt)
      for (const { hat } of hats) await addHat(tx, { organisationId, id: newId(), personId, hat, fromOn: from })
    })
    return work(at)
  })
}

const KEYLESS: Keyring = {
  seal: async (_owner, _place, text) => Buffer.from(text),
  open: async (_owner, _place, sealed) => sealed.toString(),
  openAll: async (_owner, all) => all.map((it) => it.sealed.toString()),
  codes: async (_owner, texts) => texts,
  destroy: async () => 0,
  rewrap: async () => 0,
  newestRoot: () => 0,
  kept: async function* () {},
  canUnwrap: () => false,
  fingerprint: (text) => String(text.length),
}
