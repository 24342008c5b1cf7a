import { AFTERWARDS, COUNTS, type Measure, OF_ANSWERS } from '../../../model/measures.ts'
import type { Program } from '../../../model/program.ts'
import { type Fault, fault } from './fault.ts'

/** What the measures of a program name that it does not have, and targets that nothing can reach. PRODUCT.md, design. */
export function checkMeasures(program: Program): readonly Fault[] {
  const keys = program.measures.map((it) => it.key)
  return program.measures.flatMap((measure, at) => {
    const twice =
      keys.indexOf(measure.key) < at
        ? [fault(['measures', at, 'key'], 'twice', `"${measure.key}" names two measures`, 'Give each its own key.')]
        : []
    return [
      ...twice,
      ...checkTarget(measure, at),
      ...checkPlace(program, measure, at),
      ...checkNeeds(program, measure, at),
    ]
  })
}

function checkTarget({ definition, targetPercent }: Measure, at: number): readonly Fault[] {
  if (targetPercent === undefined || !COUNTS.includes(definition)) return []
  const place = ['measures', at, 'targetPercent']
  return [fault(place, 'target-on-a-count', `"${definition}" counts and divides by nothing`, 'Leave the target out.')]
}

/** Whether the survey, the question, the choice and the training are there, and belong to what is counted. */
function checkPlace(program: Program, measure: Measure, at: number): readonly Fault[] {
  const { definition, survey, role, question, option, training } = measure
  const place = (name: string) => ['measures', at, name]
  const isOfAnswers = OF_ANSWERS.includes(definition) || definition === 'change' || definition === 'feedback'
  const idle = [
    ...(isOfAnswers ? [] : (['survey', 'role', 'question', 'option'] as const)),
    ...(definition === 'training' ? [] : (['training'] as const)),
    ...(AFTERWARDS.includes(definition) ? [] : (['monthsAfter'] as const)),
  ].filter((name) => measure[name] !== undefined)
  const faults: Fault[] = idle.map((name) =>
    fault(place(name), 'says-nothing-here', `"${definition}" takes no "${name}"`, `Leave "${name}" out.`),
  )
  if (survey !== undefined && !program.surveys[survey]) {
    const known = Object.keys(program.surveys).join(', ') || 'none'
    faults.push(
      fault(place('survey'), 'unknown-survey', `there is no survey "${survey}"`, `The surveys are: ${known}.`),
    )
  }
  const asked = Object.entries(program.surveys)
    .filter(([key]) => survey === undefined || key === survey)
    .flatMap(([, it]) => Object.entries(it.questions))
    .filter(([of]) => role === undefined || of === role)
    .flatMap(([, questions]) => questions ?? [])
  const named = asked.filter((it) => question === undefined || it.key === question)
  if (question !== undefined && named.length === 0)
    faults.push(
      fault(
        place('question'),
        'unknown-question',
        `no survey asks "${question}" there`,
        'Write the key of a question.',
      ),
    )
  if (option !== undefined && !named.some((it) => 'options' in it && it.options.includes(option)))
    faults.push(
      fault(
        place('option'),
        'unknown-option',
        `no question there offers "${option}"`,
        'Write a choice as the question has it.',
      ),
    )
  if (training !== undefined && !program.training.some((it) => it.alternatives.some((one) => one.key === training)))
    faults.push(
      fault(place('training'), 'unknown-training', `there is no course "${training}"`, 'Write the key of a course.'),
    )
  return faults
}

function checkNeeds({ completion, training }: Program, { definition }: Measure, at: number): readonly Fault[] {
  const place = ['measures', at, 'definition']
  if (definition === 'completion' && completion === undefined)
    return [
      fault(
        place,
        'nothing-to-count',
        'the file does not say what completes a season',
        'Add "completion:" with meetings and of.',
      ),
    ]
  if (definition === 'training' && training.length === 0)
    return [fault(place, 'nothing-to-count', 'the file has no training', 'Add "training:" or leave this measure out.')]
  return []
}
