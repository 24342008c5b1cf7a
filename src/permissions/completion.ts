import type { Permissions } from './permission.ts'
import { AT_WORK, OWN, PROGRAM } from './who.ts'

/** Certificates of completion, their holders’ own affair; and the close of a season. */
export const completion: Permissions = {
  'results.seeOwnCompletion': {
    does: 'See what one has done towards one’s own certificate of completion, and the certificate',
    ...OWN,
  },
  'results.showCertificate': {
    does: 'Choose what stands on one’s own certificate, and make the link by which others see it',
    ...OWN,
  },
  'results.takeBackCertificate': { does: 'Take one’s own certificate back: its link opens nothing any more', ...OWN },
  'results.verifyCertificate': {
    does: 'See by its link what the holder of a certificate chose to show',
    hats: [],
    anyone: true,
    inPerson: true,
  },
  'results.recordCompletions': {
    does: 'Write down who has completed a season, and write to those whose certificate is ready',
    ...PROGRAM,
  },
  'results.closeSeason': { does: 'Close a season that is over: what belongs to it rests', ...AT_WORK },
  'results.reopenSeason': { does: 'Open a season again for some days after its close', ...AT_WORK },
}
