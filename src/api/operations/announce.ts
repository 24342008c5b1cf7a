import { readDrafts, releaseDecisions } from '../../journey/announce/actions.ts'
import { type Operation, season } from '../operation.ts'

export const announce: readonly Operation[] = [
  {
    action: 'announce.readDrafts',
    stage: 'announce',
    verb: 'drafts',
    about: 'Read every letter before it leaves',
    options: [],
    shows: true,
    run: (ctx, given) => readDrafts(ctx, season(given)),
  },
  {
    action: 'announce.releaseDecisions',
    stage: 'announce',
    verb: 'release',
    about: 'Tell everyone',
    options: [{ name: 'send', kind: 'switch', about: 'send although the day has passed' }],
    shows: false,
    run: (ctx, given) => releaseDecisions(ctx, { ...season(given), send: given.options.send === true }),
  },
]
