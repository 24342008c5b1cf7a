import type { Permissions } from './permission.ts'

/** Only in the demo, on loopback, where everybody is invented; elsewhere the doors have none of it. */
const DEMO = { hats: [], anyone: true } as const

export const rehearsal: Permissions = {
  'rehearsal.seeMailbox': { does: 'In the demo: read what was written to people', ...DEMO },
  'rehearsal.moveClock': { does: 'In the demo: move its clock on', ...DEMO },
  'rehearsal.comeInAs': { does: 'In the demo: come in as one of its people', ...DEMO },
}
