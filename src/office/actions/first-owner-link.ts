import type { Installation } from '../../runtime/installation.ts'
import { hashOf, newSecret } from '../../runtime/new-id.ts'
import { replaceFirstOwnerLink } from '../../store/first-owner-links.ts'

/** Hours in which the link of the first start opens. Own choice: it is printed to whoever sits before the machine. */
export const FIRST_LINK_HOURS = 24
const HOUR_MS = 3_600_000

/**
 * Makes the one link by which an organisation can be founded from a browser; every older one is void. There is nobody to permit
 * anything yet: whoever starts the product on an empty database may found in it.
 */
export async function makeFirstOwnerLink({ db, config, machineClock }: Installation): Promise<string> {
  const secret = newSecret()
  const madeAt = machineClock.now()
  const untilAt = new Date(Date.parse(madeAt) + FIRST_LINK_HOURS * HOUR_MS).toISOString()
  await db.transaction().execute((tx) => replaceFirstOwnerLink(tx, { hash: hashOf(secret), madeAt, untilAt }))
  return `${config.publicUrl}/first?token=${secret}`
}
