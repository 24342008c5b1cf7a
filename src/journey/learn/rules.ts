import type { Day } from '../../model/day.ts'
import { no, type Outcome, yes } from '../../model/outcome.ts'
import type { Program } from '../../model/program.ts'
import type { Role } from '../../model/role.ts'

type Training = Program['training'][number]
export type Completed = {
  readonly course: string
  readonly on: Day
  /** What the person gave of it themselves; null where a coordinator recorded it. */
  readonly evidence: {
    readonly id: string
    readonly kind: 'link' | 'file' | 'word'
    readonly link: string | null
  } | null
}
export type TrainingDue = {
  readonly name: string
  readonly text: string | null
  readonly required: boolean
  /** Equals: any one of them completes it. */
  readonly courses: Training['alternatives']
  /** Null where no day is set yet: a certificate is due by the first day of a pair, which is not there. */
  readonly dueOn: Day | null
  readonly isCertificate: boolean
  readonly completed: readonly Completed[]
}
export type FileKind = 'pdf' | 'png' | 'jpeg'

/** Bytes of the largest file that is taken as evidence: a scanned page has less. */
export const LARGEST_FILE_BYTES = 2 * 1024 * 1024
export const LONGEST_LINK = 2_000
const BEGINS: Readonly<Record<FileKind, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
}

/** The training of somebody's roles, each with its day and what they have completed of it. PRODUCT.md, learn. */
export function planTraining(
  program: Pick<Program, 'training' | 'roles' | 'meetings'>,
  roles: readonly Role[],
  firstPairOn: Day | null,
  completed: readonly Completed[],
): readonly TrainingDue[] {
  return program.training
    .filter((it) => it.roles.some((role) => roles.includes(role)))
    .map((it) => {
      const keys = it.alternatives.map((one) => one.key)
      const isCertificate = roles.some((role) =>
        program.roles[role].requirements.some((one) => one.kind === 'certificate' && keys.includes(one.training)),
      )
      const byPair = isCertificate && firstPairOn ? laterOf(program.meetings.from, firstPairOn) : null
      return {
        name: it.name,
        text: it.text ?? null,
        required: it.required,
        courses: it.alternatives,
        dueOn: it.dueOn ?? byPair,
        isCertificate,
        completed: completed.filter((one) => keys.includes(one.course)),
      }
    })
}

/** Whether a course can be recorded as completed by the person themselves. */
export function decideEvidence(
  due: readonly TrainingDue[],
  given: { readonly course: string; readonly on: Day; readonly link: string },
  today: Day,
): Outcome<'fits'> {
  if (!due.some((it) => it.courses.some((one) => one.key === given.course))) return no('not-a-course')
  if (given.on > today) return no('day-to-come')
  if (given.link !== '' && !isLink(given.link)) return no('not-a-link')
  return yes('fits')
}

/** What kind of file this is by how it begins, whatever it is called; null for none that is taken. */
export function kindOfFile(bytes: Uint8Array): FileKind | null {
  const kinds = Object.keys(BEGINS) as FileKind[]
  return kinds.find((kind) => BEGINS[kind].every((byte, at) => bytes[at] === byte)) ?? null
}

function isLink(text: string): boolean {
  return text.length <= LONGEST_LINK && /^https?:\/\/[^\s/]+\S*$/.test(text)
}

function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b
}
