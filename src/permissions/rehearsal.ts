import type { Permissions } from './permission.ts'
import { AT_WORK } from './who.ts'

/** Only in the demo, on loopback, where everybody is invented; elsewhere the doors have none of it. */
const DEMO = { hats: [], anyone: true } as const

export const rehearsal: Permissions = {
  'rehearsal.dryRun': { does: 'Walk an invented cohort through a draft, of which nothing stays', ...AT_WORK },
  'rehearsal.seeMailbox': { does: 'In the demo: read what was written to people', ...DEMO },
  'rehearsal.moveClock': { does: 'In the demo: move its clock on', ...DEMO },
  'rehearsal.comeInAs': { does: 'In the demo: come in as one of its people', ...DEMO },
}
