import { addDays } from '../../../calendar/days.ts'
import { DAYS_TO_COMPLETE } from '../../../model/completion.ts'
import type { Program } from '../../../model/program.ts'
import { type Fault, fault } from './fault.ts'

/** A certificate that asks for nothing, or for a survey that is not there or comes too late. */
export function checkCertificate({ certificate, completion, surveys, endsOn }: Program): readonly Fault[] {
  if (!certificate) return []
  const asked = certificate.surveys ?? []
  const faults = asked.flatMap((key, at) => {
    const survey = surveys[key]
    const lastDay = addDays(endsOn, DAYS_TO_COMPLETE)
    if (!survey)
      return [
        fault(
          ['certificate', 'surveys', at],
          'unknown-survey',
          `no survey has the key "${key}"`,
          Object.keys(surveys).length > 0
            ? `Use one of: ${Object.keys(surveys).join(', ')}.`
            : 'Add the survey, or take it out of the certificate.',
        ),
      ]
    if (survey.closes <= lastDay) return []
    return [
      fault(
        ['certificate', 'surveys', at],
        'too-late-for-a-certificate',
        `the survey ${key} closes on ${survey.closes}, more than ${DAYS_TO_COMPLETE} days after the season ends`,
        'Ask for an earlier one.',
      ),
    ]
  })
  if (completion || certificate.training || asked.length > 0) return faults
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
