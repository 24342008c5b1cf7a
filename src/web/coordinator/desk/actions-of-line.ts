import type { DeskLine } from '../../../desk/rules/desk-line.ts'
import type { ShownLine } from '../../../desk/screens/today.ts'
import { writePath } from './group-in-words.ts'

type Action = { readonly href: string; readonly text: string }
export type LineActions = {
  /** What is done about it. */
  readonly action: Action
  /** What else helps. */
  readonly more: Action | null
}

/** What one does about a line. Whoever coordinates one season only finds people among its pairs: the directory is not theirs. */
export function actionsOf({ line, names, season: { key } }: ShownLine, opensPeople: boolean): LineActions {
  switch (line.kind) {
    case 'quiet-pair':
    case 'disagree':
    case 'another-match':
    case 'help':
      return only(`/desk/pairs/${line.pairId}`, 'Look at the pair')
    case 'look-again':
      return only(`/look-again/${line.id}`, 'Read and answer')
    case 'certificate':
      return only(writePath(key, { to: 'person', of: line.personId }), 'Write to them')
    case 'training':
      return {
        action: { href: writePath(key, { to: 'training', of: line.course }), text: 'Write to them' },
        more: { href: `/desk/health/training?season=${key}&training=${line.course}`, text: 'See who they are' },
      }
    case 'undelivered':
      return opensPeople
        ? only(`/people/${line.personId}`, 'Look at the person')
        : only(pairsOf(key, names), 'Find the pair')
    case 'questions':
      return only(`/seasons/${key}/questions?event=${line.event.key}`, 'Read the questions')
    case 'seats':
    case 'survey':
      return withLetter(line, key)
    case 'reviews':
      return only(`/desk/reviewing?season=${key}`, 'Look at the reviews')
    case 'free-place':
      return {
        action: { href: `/desk/pairs/${line.pairId}`, text: 'Look at the pair' },
        more: { href: `/desk/waiting-list?season=${key}`, text: 'See who waits' },
      }
    case 'season-decision':
      return {
        action: { href: `/seasons/${key}/results#decision`, text: 'Decide' },
        more: { href: `/desk/health?season=${key}`, text: 'See the season' },
      }
    case 'season-closing':
      return only(`/desk/closing?season=${key}`, 'Look at what is open, and close it')
    case 'place':
      return {
        action: { href: `/desk/selection?season=${key}`, text: 'Select' },
        more: { href: `/desk/waiting-list?season=${key}`, text: 'See who waits' },
      }
    case 'decide':
    case 'match':
    case 'late':
      return only(`/desk/selection?season=${key}`, 'Select')
    case 'shortlists':
      return only(`/desk/match/shortlists?season=${key}`, 'Look at the shortlists')
    case 'announce':
      return only(`/desk/letters?season=${key}`, 'Read the letters')
  }
}

function only(href: string, text: string): LineActions {
  return { action: { href, text }, more: null }
}

function withLetter(line: Extract<DeskLine, { kind: 'seats' | 'survey' }>, key: string): LineActions {
  if (line.kind === 'seats')
    return {
      action: { href: `/seasons/${key}/events/${line.event.key}/desk`, text: 'Look at the event' },
      more: { href: writePath(key, { to: 'seats', of: line.event.key }), text: 'Write to them' },
    }
  const who = line.role === 'mentor' ? 'mentors' : 'mentees'
  return {
    action: { href: writePath(key, { to: 'pairs', who, standing: 'running' }), text: `Write to all ${who}` },
    more: { href: `/seasons/${key}/results`, text: 'See the figures' },
  }
}

function pairsOf(key: string, names: readonly string[]): string {
  return `/desk/pairs?${new URLSearchParams({ season: key, q: names[0] ?? '' })}`
}
