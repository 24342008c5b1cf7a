import { z } from 'zod'
import { checkProgram, loadProgram, showProgram } from '../../journey/design/actions.ts'
import { type Operation, operation, season } from '../operation.ts'

const loaded = z
  .strictObject({
    season: z.string(),
    name: z.string(),
    changed: z.boolean().describe('false where the same file was loaded last'),
  })
  .meta({ title: 'ProgramLoaded' })

export const design: readonly Operation[] = [
  operation({
    action: 'design.loadProgram',
    stage: 'design',
    verb: 'load',
    about: 'Load a program file as a season',
    file: 'program',
    options: [],
    shows: false,
    noSeason: true,
    result: loaded,
    run: (ctx, given) => loadProgram(ctx, given),
  }),
  operation({
    action: 'design.checkProgram',
    stage: 'design',
    verb: 'check',
    about: 'Check a program file and change nothing',
    file: 'program',
    options: [],
    shows: true,
    noSeason: true,
    result: z
      .strictObject({ season: z.string(), name: z.string(), faults: z.literal(0) })
      .meta({ title: 'ProgramChecked' }),
    run: (ctx, given) => checkProgram(ctx, given),
  }),
  operation({
    action: 'design.showProgram',
    stage: 'design',
    verb: 'show',
    about: "Show a season's rules",
    options: [],
    shows: true,
    result: z.strictObject({ season: z.string(), lines: z.array(z.string()) }).meta({ title: 'ProgramShown' }),
    run: (ctx, given) => showProgram(ctx, season(given)),
  }),
]
