import { z } from 'zod'
import { checkProgram, compareProgram, loadProgram, showProgram } from '../../journey/design/actions.ts'
import { type Operation, operation, season, text } from '../operation.ts'
import { change } from '../shapes/drafts.ts'

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
    options: [{ name: 'because', kind: 'text', about: 'why, for the log of the versions' }],
    shows: false,
    noSeason: true,
    result: loaded,
    run: (ctx, given) => loadProgram(ctx, { text: given.text, because: text(given, 'because') }),
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
    action: 'design.compareProgram',
    stage: 'design',
    verb: 'diff',
    about: 'Show what a program file would change in its season, and change nothing',
    file: 'program',
    options: [],
    shows: true,
    noSeason: true,
    result: z
      .strictObject({
        season: z.string(),
        changes: z.array(change),
      })
      .meta({ title: 'ProgramCompared' }),
    run: (ctx, given) => compareProgram(ctx, given),
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
