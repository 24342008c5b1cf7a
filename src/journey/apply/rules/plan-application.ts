import type { GivenApplication } from '../../../model/given-application.ts'
import type { Asked, Program, Requirement } from '../../../model/program.ts'
import type { Role } from '../../../model/role.ts'
import { asTopics } from '../../../model/topics.ts'
import type { Content, FormFault } from '../shapes.ts'

/** Characters of the longest answer: a line, and about two pages. */
export const LONGEST_LINE = 300
export const LONGEST_TEXT = 5000
/** Topics that one application names at most: more say nothing. */
export const MOST_TOPICS = 12
const LARGEST_NUMBER = 999

/** Requirements that a person confirms in the form, in the program's own words, by kind. */
export const CONFIRMED = ['commitment', 'live-trainings', 'identity', 'certificate'] as const
export type Confirmed = (typeof CONFIRMED)[number]
export type Promised = { readonly kind: Confirmed; readonly text: string }

/** What a role's form asks to confirm, in the order of the program file; two rules of one kind are one tick. */
export function promisesOf(requirements: readonly Requirement[]): readonly Promised[] {
  const texts = new Map<Confirmed, string>()
  for (const it of requirements) {
    const kind = CONFIRMED.find((one) => one === it.kind)
    if (kind) texts.set(kind, [texts.get(kind), it.text].filter(Boolean).join(' '))
  }
  return [...texts].map(([kind, text]) => ({ kind, text }))
}

/** The program's own topics of a role: they are taken as the file writes them. */
export function ownTopics(program: Program, role: Role): readonly string[] {
  return program.roles[role].questions.flatMap((it) => (it.kind === 'topics' ? (it.options ?? []) : []))
}

type Value = string | number | boolean | readonly string[] | null
type Answer = { readonly value: Value; readonly fault: FormFault | null }

/** What of a form becomes an application, and everything in it to look at again. `isDual`: there is one for the other role too. */
export function planApplication(
  program: Program,
  role: Role,
  given: GivenApplication,
  isDual: boolean,
): { readonly content: Content; readonly faults: readonly FormFault[] } {
  const { questions, requirements } = program.roles[role]
  const answered = questions.map((question) => ({
    question,
    ...readAnswer(question, given.answers[question.key] ?? []),
  }))
  const promises = promisesOf(requirements)
  const unconfirmed = promises.filter(({ kind }) => !given.confirms.includes(kind))
  const said = (kind: Confirmed) => (promises.some((it) => it.kind === kind) ? given.confirms.includes(kind) : null)
  const columns = inColumns(answered)
  const content: Content = {
    ...columns,
    commits: said('commitment'),
    trainings: said('live-trainings'),
    identity: said('identity'),
    certificate: said('certificate'),
    manager_informed: isDual ? given.managerInformed : null,
    asynchronous: given.asynchronous === null ? null : given.asynchronous === 'write',
  }
  const faults = [
    ...answered.flatMap((it) => it.fault ?? []),
    ...unconfirmed.map(({ kind, text }) => ({ place: `confirm-${kind}`, code: 'confirm' as const, facts: { text } })),
  ]
  return { content, faults }
}

/** Reads one answer by the kind of its question; what was left out is null. */
function readAnswer(question: Asked, given: readonly string[]): Answer {
  const place = `q-${question.key}`
  const texts = given.map((it) => it.replaceAll('\r\n', '\n').trim()).filter((it) => it !== '')
  const [text = ''] = texts
  const fault = (code: FormFault['code'], facts: FormFault['facts'] = {}): Answer => ({
    value: null,
    fault: { place, code, facts },
  })
  const take = (value: Value): Answer => ({ value, fault: null })
  if (texts.length === 0) {
    const writes = question.kind === 'text' || question.kind === 'long-text'
    return question.required ? fault(writes ? 'write' : 'choose') : take(null)
  }
  switch (question.kind) {
    case 'topics': {
      const topics = asTopics(texts, question.options)
      if (topics.length > MOST_TOPICS) return fault('too-many', { most: MOST_TOPICS, given: topics.length })
      const long = topics.find((it) => it.length > LONGEST_LINE)
      return long === undefined ? take(topics) : fault('too-long', { most: LONGEST_LINE, given: long.length })
    }
    case 'choice':
      return question.options && !question.options.includes(text) ? fault('not-offered') : take(text)
    case 'yes-no':
      return text === 'yes' || text === 'no' ? take(text === 'yes') : fault('not-offered')
    case 'number':
      return /^\d{1,3}$/.test(text) ? take(Number(text)) : fault('whole-number', { most: LARGEST_NUMBER })
    case 'text':
    case 'long-text': {
      const most = question.kind === 'text' ? LONGEST_LINE : LONGEST_TEXT
      return text.length > most ? fault('too-long', { most, given: text.length }) : take(text)
    }
  }
}

type Columns = Pick<Content, 'topics' | 'management_track' | 'mentored_before' | 'capacity' | 'about' | 'answers'>

/** Answers that a sheet has a column for stand there, whichever way they came; the others by their key. */
function inColumns(answered: readonly { readonly question: Asked; readonly value: Value }[]): Columns {
  const topics = new Set<string>()
  const others: Record<string, NonNullable<Value>> = {}
  let columns: Omit<Columns, 'topics' | 'answers'> = {
    management_track: null,
    mentored_before: null,
    capacity: null,
    about: null,
  }
  for (const { question, value } of answered) {
    if (value === null) continue
    if (question.kind === 'topics' && Array.isArray(value)) for (const one of value) topics.add(one)
    else if (question.key === 'management_track' && typeof value === 'boolean')
      columns = { ...columns, management_track: value }
    else if (question.key === 'capacity' && typeof value === 'number') columns = { ...columns, capacity: value }
    else if (question.key === 'mentored_before' && typeof value === 'string')
      columns = { ...columns, mentored_before: value }
    else if (question.key === 'about' && typeof value === 'string') columns = { ...columns, about: value }
    else others[question.key] = value
  }
  return { ...columns, topics: [...topics], answers: Object.keys(others).length > 0 ? others : null }
}

/** The form that an application would have been sent with, for changing it. */
export function asGiven(
  program: Program,
  role: Role,
  sent: Content,
  wishes: { readonly wishes: string; readonly blocks: string },
): GivenApplication {
  const { questions, requirements } = program.roles[role]
  const confirmed = {
    commitment: sent.commits,
    'live-trainings': sent.trainings,
    identity: sent.identity,
    certificate: sent.certificate,
  }
  return {
    answers: Object.fromEntries(questions.map((question) => [question.key, [...answerTo(question, sent)]])),
    confirms: promisesOf(requirements).flatMap(({ kind }) => (confirmed[kind] === true ? [kind] : [])),
    managerInformed: sent.manager_informed === true,
    asynchronous: sent.asynchronous === null ? null : sent.asynchronous ? 'write' : 'talk',
    ...wishes,
  }
}

/** What was answered to a question in an application that was sent, in words; nothing where it was left out. */
export function answerTo(question: Asked, sent: Content): readonly string[] {
  return wordsOf(sentTo(question, sent))
}

function sentTo(question: Asked, sent: Content): Value {
  if (question.kind === 'topics') return sent.topics
  const kept = sent.answers?.[question.key]
  if (kept !== undefined) return kept
  switch (question.key) {
    case 'management_track':
      return sent.management_track
    case 'capacity':
      return sent.capacity
    case 'mentored_before':
      return sent.mentored_before
    case 'about':
      return sent.about
    default:
      return null
  }
}

function wordsOf(value: Value): string[] {
  if (value === null) return []
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return typeof value === 'object' ? [...value] : [String(value)]
}
