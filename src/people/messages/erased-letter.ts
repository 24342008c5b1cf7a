import { longDay } from '../../texts/en/days.ts'
import type { Certificate } from '../shapes/certificate.ts'

/** The last letter to somebody who was erased, at the address they had. */
export function erasedLetter(it: Certificate, privacyContact: string | null) {
  const contact = privacyContact ? ` Questions go to ${privacyContact}.` : ''
  const lines = [
    'Hello,',
    `What the mentorship pages of ${it.organisation} held about you was erased on ${longDay(it.erasedOn)}. This is the certificate.`,
    certificateText(it),
    `This address was kept for this letter alone and goes with it. Nothing more will be written to you.${contact}`,
  ]
  return {
    subject: `You were erased from mentorship at ${it.organisation}`,
    body: lines.join('\n\n'),
    why: 'You get this because you were erased. It is the last letter.',
  }
}

/** The certificate as plain text: the page, the download and the letter say the same. */
export function certificateText(it: Certificate): string {
  const line = (one: { holds: string; rows: number }) => `- ${one.holds}: ${one.rows}`
  const parts = [
    `Certificate of erasure ${it.number}`,
    `${it.organisation}, ${longDay(it.erasedOn)}`,
    list('Deleted', it.deleted.map(line)),
    list(
      'Deleted, and not counted, since even the number is for named people only',
      it.uncounted.map((one) => `- ${one}`),
    ),
    list('Kept as a bare record, with everything it said taken out', it.emptied.map(line)),
    list(
      'Kept without a name',
      it.kept.map((one) => `${line(one)}. Why: ${one.why}`),
    ),
    `The keys to what was sealed are destroyed. Backups live 30 days: from ${longDay(it.backupsEndOn)} none of them holds or opens any of it, and a backup restored before then erases it again.`,
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function list(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${heading}:\n${lines.join('\n')}`
}
