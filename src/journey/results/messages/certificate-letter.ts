import type { Role } from '../../../model/role.ts'

type Facts = {
  readonly name: string
  readonly role: Role
  readonly program: string
  readonly season: string
  readonly address: string
}

/** The letter when a certificate of completion is ready. */
export function certificateLetter(it: Facts) {
  const lines = [
    `Hello ${it.name},`,
    `You have completed ${it.program}, ${it.season}, as a ${it.role}. Thank you for the time you gave it.`,
    `Your certificate of completion is ready. You choose what stands on it, print it, or give somebody a link by which they see that it is true: ${it.address}`,
    'Nobody has that link before you make it, and you can take it back at any time.',
  ]
  const why = 'You get this once, because you were in a pair of this season and have completed it.'
  return { subject: `Your certificate of ${it.program}`, body: lines.join('\n\n'), why }
}
