import { addDays } from '../../../calendar/days.ts'
import { DAYS_TO_COMPLETE } from '../../../model/completion.ts'
import type { Program } from '../../../model/program.ts'
import { type Fault, fault } from './fault.ts'

/** A certificate that asks for nothing, and surveys that come before one which is not there, or too late for it. */
export function checkCertificate({ certificate, completion, surveys, endsOn }: Program): readonly Fault[] {
  const gates = Object.entries(surveys).filter(([, it]) => it.gate === 'certificate')
  const lastDay = addDays(endsOn, DAYS_TO_COMPLETE)
  const faults = gates.flatMap(([key, survey]) => {
    const at = ['surveys', key, 'gate']
    if (!certificate)
      return [
        fault(
          at,
          'no-certificate',
          `an answer to ${key} comes before a certificate, and the program gives none`,
          'Write “certificate: {}” for one that asks for meetings and this survey, or take the gate out.',
        ),
      ]
    if (survey.closes <= lastDay) return []
    return [
      fault(
        at,
        'too-late-for-a-certificate',
        `the survey ${key} closes on ${survey.closes}, more than ${DAYS_TO_COMPLETE} days after the season ends`,
        'Let an earlier one be the gate.',
      ),
    ]
  })
  if (!certificate || completion || certificate.training || gates.length > 0) return faults
  return [
    ...faults,
    fault(
      ['certificate'],
      'asks-for-nothing',
      'the certificate asks for nothing, so everybody in a pair would have one',
      'Say how many meetings it takes, under completion, or ask for training or a survey.',
    ),
  ]
}
