import { z } from 'zod'
import { backUp } from '../../upkeep/actions/back-up.ts'
import { backUpKeys } from '../../upkeep/actions/back-up-keys.ts'
import { rotateKeys } from '../../upkeep/actions/rotate-keys.ts'
import { seeDoctor } from '../../upkeep/actions/see-doctor.ts'
import { verifyAudit } from '../../upkeep/actions/verify-audit.ts'
import { must, type Operation, operation, text } from '../operation.ts'
import { count } from '../shapes/count.ts'

const verified = z
  .strictObject({
    checked: count,
    first: count.nullable().describe('the number it begins with; more than 1 where retention removed what was before'),
    head: z.string().nullable().describe('NUMBER:HASH, to be kept elsewhere and given as --anchor'),
    lines: z.array(z.string()),
  })
  .meta({ title: 'Verified' })

const standing = z.enum(['holds', 'broken', 'look', 'tested', 'unchecked'])
const doctor = z
  .strictObject({
    summary: z.string(),
    looks: z.array(z.strictObject({ key: z.string(), state: standing, says: z.string() })),
    promises: z.array(
      z.strictObject({
        key: z.string(),
        promise: z.string(),
        state: standing,
        looks: z.array(z.string()),
        shownBy: z.array(z.string()),
        not: z.string().nullable(),
      }),
    ),
    lines: z.array(z.string()),
  })
  .meta({ title: 'Doctor' })

export const upkeep: readonly Operation[] = [
  operation({
    action: 'upkeep.verifyAudit',
    stage: 'upkeep',
    verb: 'verify-audit',
    about: 'Check that no line of the audit was changed, moved or removed',
    options: [{ name: 'anchor', kind: 'text', about: 'NUMBER:HASH that an earlier check printed' }],
    shows: true,
    noSeason: true,
    result: verified,
    run: (ctx, given) => verifyAudit(ctx, { anchor: text(given, 'anchor') }),
  }),
  operation({
    action: 'upkeep.rotateKeys',
    stage: 'upkeep',
    verb: 'rotate-keys',
    about: 'Make a new root key and wrap every key with it',
    options: [],
    shows: false,
    noSeason: true,
    result: z.strictObject({ root: count, rewrapped: count, lines: z.array(z.string()) }).meta({ title: 'Rotated' }),
    run: (ctx) => rotateKeys(ctx),
  }),
  operation({
    action: 'upkeep.backUp',
    stage: 'upkeep',
    verb: 'back-up',
    about: 'Copy the data into a new folder, without the keys',
    place: 'FOLDER',
    options: [],
    shows: false,
    noSeason: true,
    result: z
      .strictObject({ takenAt: z.string(), tables: count, rows: count, lines: z.array(z.string()) })
      .meta({ title: 'BackedUp' }),
    run: (ctx, given) => backUp(ctx, { folder: must(given, 'place') }),
  }),
  operation({
    action: 'upkeep.backUpKeys',
    stage: 'upkeep',
    verb: 'back-up-keys',
    about: 'Copy the keys, wrapped, into a new file; good for 30 days',
    place: 'FILE',
    options: [],
    shows: false,
    noSeason: true,
    result: z.strictObject({ keys: count, lines: z.array(z.string()) }).meta({ title: 'KeysBackedUp' }),
    run: (ctx, given) => backUpKeys(ctx, { file: must(given, 'place') }),
  }),
  operation({
    action: 'upkeep.seeDoctor',
    stage: 'upkeep',
    verb: 'doctor',
    about: 'Look at every promise on this installation and say how it stands',
    options: [],
    shows: true,
    noSeason: true,
    result: doctor,
    run: (ctx) => seeDoctor(ctx),
  }),
]
