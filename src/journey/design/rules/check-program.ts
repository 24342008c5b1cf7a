import { planWindows } from '../../../calendar/windows.ts'
import type { Program } from '../../../model/program.ts'
import { ROLES } from '../../../model/role.ts'
import { checkCertificate } from './check-certificate.ts'
import { checkMeasures } from './check-measures.ts'
import { checkEvents, checkLoad, checkShortlist, checkTraining, checkWorth } from './check-parts.ts'
import { checkSeries } from './check-series.ts'
import { checkSurveys } from './check-surveys.ts'
import { type Fault, fault } from './fault.ts'

/** Everything a program file contradicts itself in; empty when it can be run. `isZone` knows the time zones. */
export function checkProgram(program: Program, isZone: (zone: string) => boolean): readonly Fault[] {
  return [
    ...(isZone(program.zone)
      ? []
      : [
          fault(
            ['zone'],
            'unknown-zone',
            `"${program.zone}" is not a time zone`,
            'Write a zone such as Europe/Dublin or Etc/UTC.',
          ),
        ]),
    ...checkSpan(program),
    ...checkCalls(program),
    ...checkMeetings(program),
    ...checkEvents(program),
    ...checkSurveys(program),
    ...checkSeries(program),
    ...checkTraining(program),
    ...checkLoad(program),
    ...checkShortlist(program),
    ...checkCertificate(program),
    ...checkWorth(program),
    ...checkMeasures(program),
  ]
}

function checkSpan(program: Program): Fault[] {
  const faults: Fault[] = []
  if (program.endsOn < program.startsOn)
    faults.push(
      fault(
        ['endsOn'],
        'end-before-start',
        `the season ends on ${program.endsOn}, before it starts on ${program.startsOn}`,
        'Give an end after the start.',
      ),
    )
  const said = /(\d+) months?/.exec(program.lengthText ?? '')?.[1]
  const days = (Date.parse(program.meetings.until) - Date.parse(program.meetings.from)) / 86_400_000
  const months = Math.round(days / 30.44)
  if (said && Math.abs(Number(said) - months) >= 1)
    faults.push(
      fault(
        ['lengthText'],
        'length-differs',
        `the text says ${said} months and the meetings run for ${months}`,
        'Make the text and the dates agree.',
      ),
    )
  return faults
}

function checkCalls(program: Program): Fault[] {
  return ROLES.flatMap((role) => {
    const { opens, closes } = program.roles[role].call
    const at = ['roles', role, 'call', 'closes']
    if (!closes) return []
    const faults: Fault[] = []
    if (closes < opens)
      faults.push(
        fault(
          at,
          'close-before-open',
          `the call closes on ${closes}, before it opens on ${opens}`,
          'Give a close after the opening.',
        ),
      )
    if (program.announcement.on <= closes)
      faults.push(
        fault(
          ['announcement', 'on'],
          'announced-too-early',
          `pairs are announced on ${program.announcement.on}, while the call for ${role}s is open until ${closes}`,
          'Announce after both calls have closed.',
        ),
      )
    return faults
  })
}

function checkMeetings(program: Program): Fault[] {
  const { from, until, everyDays } = program.meetings
  if (until < from)
    return [
      fault(
        ['meetings', 'until'],
        'end-before-start',
        `meetings end on ${until}, before they start on ${from}`,
        'Give an end after the start.',
      ),
    ]
  const faults: Fault[] = []
  if (from < program.startsOn || until > program.endsOn)
    faults.push(
      fault(
        ['meetings'],
        'outside-season',
        `meetings run from ${from} to ${until}, outside the season (${program.startsOn} to ${program.endsOn})`,
        'Keep them inside the season.',
      ),
    )
  const windows = planWindows({ from, until, everyDays }).length
  if (windows === 0)
    faults.push(
      fault(
        ['meetings', 'everyDays'],
        'no-window-fits',
        `no window of ${everyDays} days fits between ${from} and ${until}`,
        'Shorten the rhythm or lengthen the season.',
      ),
    )
  const { completion } = program
  if (completion && completion.meetings > completion.of)
    faults.push(
      fault(
        ['completion', 'meetings'],
        'unreachable',
        `${completion.meetings} of ${completion.of} meetings cannot be held`,
        'Ask for at most as many as there are.',
      ),
    )
  if (completion && completion.of > windows)
    faults.push(
      fault(
        ['completion', 'of'],
        'unreachable',
        `there are ${windows} windows, not ${completion.of}`,
        `Write at most ${windows}.`,
      ),
    )
  return faults
}
