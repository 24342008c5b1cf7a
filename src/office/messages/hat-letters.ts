import type { Hat } from '../../model/hats.ts'
import { longDay } from '../../texts/en/days.ts'
import { hatName, hatOpens } from '../../texts/en/hats.ts'

export type HatTold = {
  readonly organisation: string
  readonly hat: Hat
  readonly isDeputy: boolean
  /** The name of its season; null for the whole organisation. */
  readonly season: string | null
  readonly untilOn: string | null
  /** Who gave, lent or took it. */
  readonly by: string
  /** Where one's own hats are shown. */
  readonly hatsUrl: string
}
type Letter = { readonly subject: string; readonly body: string; readonly why: string }

/** To whoever was given or lent a hat. */
export function hatGivenLetter(to: string, it: HatTold, lent: boolean): Letter {
  const name = hatName(it.hat, it.isDeputy)
  return {
    subject: `You are ${name} at ${it.organisation}`,
    body: paragraphs([
      `Hello ${to},`,
      `${it.by} ${lent ? 'lent' : 'gave'} you a hat: you are ${name} ${scopeOf(it)}, ${until(it)}. Whoever wears this hat ${hatOpens(it.hat, it.isDeputy)}.`,
      'The first time it opens something you are asked for a second step, a passkey or a one-time code.',
      `Your hats: ${it.hatsUrl}`,
    ]),
    why: 'You get this because you wear this hat now.',
  }
}

/** To whoever wore a hat until now. */
export function hatTakenLetter(to: string, it: HatTold): Letter {
  const name = hatName(it.hat, it.isDeputy)
  return {
    subject: `You are no longer ${name} at ${it.organisation}`,
    body: paragraphs([
      `Hello ${to},`,
      `${it.by} took a hat off: from now on you are not ${name} ${scopeOf(it)} any more. What you did with it stays as it is.`,
      `If you think this is a mistake, ask ${it.by}. Your hats: ${it.hatsUrl}`,
    ]),
    why: 'You get this because you wore this hat.',
  }
}

/** To the other owners and the auditors, when somebody gave a hat to themself. */
export function ownHatLetter(to: string, it: HatTold): Letter {
  const name = hatName(it.hat, it.isDeputy)
  return {
    subject: `${it.by} is now ${name} at ${it.organisation}`,
    body: paragraphs([
      `Hello ${to},`,
      `${it.by} gave a hat to themself: ${name} ${scopeOf(it)}, ${until(it)}. Whoever wears this hat ${hatOpens(it.hat, it.isDeputy)}.`,
      'If you did not expect it, ask why.',
    ]),
    why: 'You get this because you are owner or auditor.',
  }
}

function scopeOf(it: HatTold): string {
  return it.season ? `for ${it.season}` : 'for every season'
}

function until(it: HatTold): string {
  return it.untilOn ? `until ${longDay(it.untilOn)}` : 'until it is taken off'
}

function paragraphs(lines: readonly string[]): string {
  return lines.join('\n\n')
}
