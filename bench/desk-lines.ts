import type { ShownLine } from '../src/desk/screens/today.ts'
import type { countedCoordinator } from './counted-coordinator.ts'
import { WORDS_OF_ANSWER, WORDS_TO_GROUP, WORDS_TO_ONE } from './desk-assumed.ts'

type Coordinator = ReturnType<typeof countedCoordinator>
type Kind = ShownLine['line']['kind']
const words = (many: number) => Array.from({ length: many }, () => 'word').join(' ')

/** What an experienced coordinator does with the lines of a morning: whoever it is about is looked at, written to, and the line is closed. */
export async function handleLines(
  it: Coordinator,
  season: string,
  lines: readonly ShownLine[],
): Promise<readonly Kind[]> {
  const byKind = Map.groupBy(lines, ({ line }) => line.kind)
  for (const [kind, of] of byKind) await handleKind(it, season, kind, of)
  return [...byKind.keys()]
}

async function handleKind(it: Coordinator, season: string, kind: Kind, of: readonly ShownLine[]): Promise<void> {
  switch (kind) {
    case 'decide':
    case 'late':
      await decide(it, season, kind)
      return
    case 'match':
    case 'place':
      await match(it, season, kind)
      return
    case 'shortlists':
      await it.open(kind, `/desk/match/shortlists?season=${season}`)
      it.count(kind, { actions: 2 * of.length })
      return
    case 'announce':
      return announce(it, season)
    case 'quiet-pair':
      // Who was written to twice already is not written to a third time.
      await writeToGroup(it, kind, season, of.length === 1 ? pairOf(of[0]) : { to: 'quiet' })
      return close(it, season, of)
    case 'certificate':
      await writeToGroup(it, kind, season, { to: 'certificate' })
      return close(it, season, of, '3')
    case 'training':
    case 'survey':
      for (const { line } of of) await writeToGroup(it, kind, season, groupOf(line))
      return close(it, season, of)
    case 'disagree':
      for (const one of of) await openPair(it, one)
      return close(it, season, of)
    case 'help':
    case 'another-match':
      for (const one of of) {
        await openPair(it, one)
        // In the coordinator's own mail program.
        it.count(kind, { actions: 2, fields: 1, written: WORDS_TO_ONE })
      }
      return close(it, season, of)
    case 'free-place':
      for (const one of of) {
        await openPair(it, one)
        // Asked in the coordinator's own mail program, as the desk says.
        it.count(kind, { actions: 2, fields: 1, written: WORDS_TO_ONE })
      }
      return close(it, season, of)
    case 'reviews':
      await it.open(kind, `/desk/reviewing?season=${season}`)
      return close(it, season, of)
    case 'season-decision':
      // It is taken with the figures before it, on the last morning, and counted there.
      return close(it, season, of)
    case 'season-closing':
      await it.open(kind, `/desk/closing?season=${season}`)
      it.count(kind, { actions: 1 })
      return close(it, season, of)
    case 'look-again':
      for (const one of of) if (one.line.kind === 'look-again') await answer(it, one.line.id)
      return
    case 'undelivered':
      // The address is asked after in the chat, and corrected with the next sheet of people.
      for (const { line } of of) if (line.kind === kind) await it.open(kind, `/people/${line.personId}`)
      it.count(kind, { actions: 2 * of.length, fields: of.length, written: 15 * of.length })
      return close(it, season, of)
    case 'seats':
      for (const { line } of of)
        if (line.kind === kind) await it.open(kind, `/seasons/${season}/events/${line.event.key}/desk`)
      return close(it, season, of)
    case 'questions':
      for (const { line } of of)
        if (line.kind === kind) await it.open(kind, `/seasons/${season}/questions?event=${line.event.key}`)
      return close(it, season, of)
  }
}

function pairOf(one: ShownLine | undefined): Record<string, string> {
  return { to: 'pairs', q: one?.names[1] ?? '', standing: 'running' }
}

function groupOf(line: ShownLine['line']): Record<string, string> {
  if (line.kind === 'training') return { to: 'training', of: line.course }
  const who = line.kind === 'survey' && line.role === 'mentor' ? 'mentors' : 'mentees'
  return { to: 'pairs', who, standing: 'running' }
}

async function openPair(it: Coordinator, { line }: ShownLine): Promise<void> {
  if ('pairId' in line) await it.open(line.kind, `/desk/pairs/${line.pairId}`)
}

/** Written, looked at, sent. */
async function writeToGroup(it: Coordinator, kind: Kind, season: string, group: Record<string, string>): Promise<void> {
  const page = await it.open(kind, `/desk/write?${new URLSearchParams({ season, ...group })}`)
  const typed = { subject: 'A few words', words: words(WORDS_TO_GROUP) }
  const who = { who: group.who ?? 'both' }
  const look = await it.send(kind, page, '/desk/write', { ...who, do: 'look' }, typed)
  await it.send(kind, look, '/desk/write', { do: 'send' })
}

async function close(it: Coordinator, season: string, of: readonly ShownLine[], days = 'done'): Promise<void> {
  const [first] = of
  if (!first) return
  const { kind } = first.line
  if (of.length === 1) {
    const desk = await it.open(kind, '/desk')
    await it.send(kind, desk, '/desk/lines', { season, key: first.line.key, at: '', days })
    return
  }
  const page = await it.open(kind, `/desk/together?${new URLSearchParams({ season, kind })}`)
  // Every box is ticked at first.
  await it.sendAll(
    kind,
    page,
    '/desk/together',
    { season, kind, days },
    of.map(({ line }) => line.key),
  )
}

async function answer(it: Coordinator, id: string): Promise<void> {
  const page = await it.open('look-again', `/look-again/${id}`)
  await it.send('look-again', page, `/look-again/${id}`, {}, { answer: words(WORDS_OF_ANSWER) })
}

async function decide(it: Coordinator, season: string, kind: Kind): Promise<void> {
  const page = await it.open(kind, `/desk/selection?season=${season}`)
  await it.send(kind, page, '/desk/selection/decide', { season, ...(kind === 'late' ? { late: 'yes' } : {}) })
}

async function match(it: Coordinator, season: string, kind: Kind): Promise<void> {
  const page = await it.open(kind, `/desk/selection?season=${season}`)
  const run = await it.send(kind, page, '/desk/selection/match', { season })
  await it.send(kind, run, '/desk/match/publish', { season })
}

async function announce(it: Coordinator, season: string): Promise<void> {
  const page = await it.open('announce', `/desk/letters?season=${season}`)
  for (let at = 2; page.includes(`page=${at}`); at += 1)
    await it.open('announce', `/desk/letters?${new URLSearchParams({ season, page: String(at) })}`)
  await it.send('announce', page, '/desk/letters/release', { season }, { sure: 'yes' })
}
