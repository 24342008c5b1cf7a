import { checkProgram, loadProgram, showProgram } from '../../journey/design/actions.ts'
import { type Operation, season } from '../operation.ts'

export const design: readonly Operation[] = [
  {
    action: 'design.loadProgram',
    stage: 'design',
    verb: 'load',
    about: 'Load a program file as a season',
    file: 'program',
    options: [],
    shows: false,
    noSeason: true,
    run: (ctx, given) => loadProgram(ctx, given),
  },
  {
    action: 'design.checkProgram',
    stage: 'design',
    verb: 'check',
    about: 'Check a program file and change nothing',
    file: 'program',
    options: [],
    shows: true,
    noSeason: true,
    run: (ctx, given) => checkProgram(ctx, given),
  },
  {
    action: 'design.showProgram',
    stage: 'design',
    verb: 'show',
    about: "Show a season's rules",
    options: [],
    shows: true,
    run: (ctx, given) => showProgram(ctx, season(given)),
  },
]
