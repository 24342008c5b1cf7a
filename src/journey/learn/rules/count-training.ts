import type { Day } from '../../../model/day.ts'
import type { PairFact } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'

export type TrainingStanding = {
  /** The key of its first course, by which a page names it. */
  readonly key: string
  readonly name: string
  readonly required: boolean
  readonly dueOn: Day | null
  readonly people: number
  /** Ids of those in a running pair who have completed none of its courses. */
  readonly missing: readonly string[]
}

/** Each training with those in running pairs whose role takes it, and who of them has not completed it. PRODUCT.md, learn. */
export function countTraining(
  { training }: Pick<Program, 'training'>,
  pairs: readonly PairFact[],
  trained: readonly { readonly personId: string; readonly course: string }[],
  today: Day,
): readonly TrainingStanding[] {
  const running = pairs.filter((it) => it.publishedOn <= today && (it.endedOn === null || it.endedOn >= today))
  return training.map((it) => {
    const courses = it.alternatives.map((one) => one.key)
    const done = new Set(trained.filter(({ course }) => courses.includes(course)).map(({ personId }) => personId))
    const people = new Set(
      it.roles.flatMap((role) => running.map((pair) => (role === 'mentor' ? pair.mentorId : pair.menteeId))),
    )
    const missing = [...people].filter((id) => !done.has(id))
    const { name, required, dueOn = null } = it
    return { key: courses[0] ?? name, name, required, dueOn, people: people.size, missing }
  })
}
