import type { CallerName } from '../make/everybody.ts'
import { NOBODY, TOKEN } from './matrix-callers.ts'

/** Operations that a coordinator's token does, in any season, and nobody else's. */
const BY_TOKEN = [
  ...['POST people/preview', 'POST people/import', 'POST people/holidays', 'GET people/left-alone', 'GET people/list'],
  ...[
    'POST design/load',
    'GET design/drafts',
    'GET design/draft',
    'POST design/begin',
    'POST design/save',
    'POST design/publish',
    'POST design/aside',
    'GET design/versions',
    'POST design/diff',
    'GET design/show',
    'POST apply/import',
    'POST review/import',
    'POST review/decide',
  ],
  ...['POST review/by-hand', 'POST review/assign'],
  ...[
    'POST match/propose',
    'GET match/show',
    'POST match/publish',
    'GET announce/drafts',
    'POST announce/release',
    'POST announce/plan',
    'POST announce/unplan',
    'GET announce/progress',
    'POST announce/again',
  ],
  ...['POST match/make-shortlists', 'GET match/shortlists', 'POST match/send-shortlists'],
  ...[
    'GET match/ready',
    'GET match/runs',
    'GET match/under-way',
    'GET match/price',
    'GET match/rules',
    'POST match/set',
    'POST match/lift',
  ],
  ...['GET gather/events', 'POST gather/save', 'POST gather/remove', 'POST gather/call-off', 'POST gather/hold'],
  ...['GET gather/times', 'GET gather/attendance', 'POST gather/tick'],
  ...['GET desk/group', 'POST desk/write', 'POST desk/try', 'GET desk/written', 'POST desk/take-back'],
  ...['POST learn/import', 'POST gather/import', 'POST meet/import', 'POST meet/log', 'POST meet/end'],
  ...['POST meet/seek-again', 'POST meet/suggest-extension'],
  ...[
    'POST meet/pause',
    'POST meet/excuse',
    'GET meet/quiet',
    'POST survey/import',
    // How far words are paraphrased, and quotes: a person reads, paraphrases and publishes them, on a page.
    'GET survey/words',
    'GET results/show',
    'GET results/compare',
    'GET results/attack',
    'POST results/link',
    'GET office/imports',
    'POST office/undo-import',
    'POST results/freeze',
    'POST results/decide',
    'POST results/summary',
  ],
]
/** What needs the people team, an owner or an auditor: no caller has such a token. */
const BY_NO_TOKEN_HERE = [
  ...['POST mail/bounce', 'POST review/clear', 'POST people/leave', 'POST people/return', 'GET office/hats'],
  ...['GET upkeep/verify-audit', 'GET upkeep/doctor'],
]

/** Who does what by the API. */
export const OPERATIONS: Readonly<Record<string, readonly CallerName[]>> = Object.fromEntries(
  [
    ...BY_TOKEN.map((it) => [it, TOKEN] as const),
    ...BY_NO_TOKEN_HERE.map((it) => [it, NOBODY] as const),
    // Checking a file reads nothing of anybody; a token is asked for all the same.
    ['POST design/check', [...TOKEN, 'token of a colleague']] as const,
  ].flatMap(([it, callers]) => {
    const [method, name] = it.split(' ')
    return [1, 2].map((at) => [`${method} /api/v1/${name} #${at}`, callers])
  }),
)
