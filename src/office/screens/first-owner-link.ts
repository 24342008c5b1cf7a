import type { Installation } from '../../runtime/installation.ts'
import { hashOf } from '../../runtime/new-id.ts'
import { isFirstOwnerLink } from '../../store/first-owner-links.ts'

/** Whether a link opens the page on which an organisation is founded. Looking spends nothing. */
export function opensFirstPage({ db, machineClock }: Installation, secret: string): Promise<boolean> {
  return isFirstOwnerLink(db, hashOf(secret), machineClock.now())
}
