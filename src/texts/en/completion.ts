import type { CertificateLine } from '../../model/completion.ts'
import type { Day } from '../../model/day.ts'
import { dayRange, windowName } from './days.ts'

/** "30 minutes", "1 hour", "7.5 hours": whole half hours, never more than there were. */
export function hoursInWords(minutes: number): string {
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  const hours = Math.floor(minutes / 30) / 2
  return hours === 1 ? '1 hour' : `${hours} hours`
}

type Facts = {
  readonly name: string
  readonly role: string
  readonly season: string
  readonly fromOn: Day
  readonly untilOn: Day
  readonly minutes: number
}

/** What each line of a certificate would say. */
export function lineInWords(line: CertificateLine, facts: Facts): string {
  switch (line) {
    case 'name':
      return `Your name: ${facts.name}`
    case 'role':
      return `What you were: a ${facts.role}`
    case 'season':
      return `The program and its season: ${facts.season}`
    case 'days':
      return `The days: ${dayRange(facts.fromOn, facts.untilOn)}`
    case 'hours':
      return `How long you talked: ${hoursInWords(facts.minutes)}`
  }
}

type Meetings = { readonly met: number; readonly needed: number; readonly windows: number; readonly open: number }

/** "You met in 4 of 6 two-week windows; 5 are needed." */
export function meetingsInWords({ met, needed, windows, open }: Meetings, everyDays: number): string {
  const window = windowName(everyDays)
  const windowsOf = everyDays === 1 ? 'days' : `${window}s`
  if (windows === 0) return `No ${window} has counted for you yet; a meeting in one is needed.`
  const said = `You met in ${met} of your ${windows} ${windows === 1 ? window : windowsOf}; ${needed} ${needed === 1 ? 'is' : 'are'} needed`
  if (met >= needed || met + open < needed) return `${said}.`
  return `${said}, and ${open} can still be met.`
}
