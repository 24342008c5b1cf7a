import { z } from 'zod'
import { daySchema } from '../../model/day.ts'
import { HATS, type Hat } from '../../model/hats.ts'
import { SHEET_NAMES } from '../../model/sheet-name.ts'
import { handOverSeason, undoHandOver } from '../../office/actions/hand-over.ts'
import { giveHat, takeHatOf } from '../../office/actions/hats.ts'
import { makeToken } from '../../office/actions/tokens.ts'
import { undoImport } from '../../office/actions/undo-import.ts'
import { GIVEN_HATS } from '../../office/rules/hats.ts'
import { TOKEN_DAYS } from '../../office/rules/tokens.ts'
import { allHats } from '../../office/screens/hats.ts'
import { type ImportLine, seeImports } from '../../office/screens/imports.ts'
import { Invalid } from '../../runtime/errors.ts'
import { type Given, must, number, type Operation, operation, text } from '../operation.ts'
import type { Option } from '../option.ts'
import { count } from '../shapes/count.ts'

const ADDRESS: Option = { name: 'address', kind: 'text', required: true, word: true, about: 'whose hat it is' }
const HAT: Option = { name: 'hat', kind: 'choice', choices: GIVEN_HATS, required: true, word: true, about: 'which hat' }

const hatChanged = z.strictObject({ hatId: z.string().nullable(), changed: z.boolean() })
const hatWorn = z.strictObject({
  email: z.string(),
  hat: z.enum(HATS),
  deputy: z.boolean(),
  season: z.string().nullable().describe('null is the whole organisation'),
  from: daySchema,
  until: daySchema.nullable(),
  lentBy: z.string().nullable().describe('who lent it; null for a hat of one’s own'),
})

const importLine = z.strictObject({
  id: z.string(),
  sheet: z.enum(SHEET_NAMES),
  season: z.string().nullable().describe('null for sheets of the whole organisation'),
  by: z.string().nullable(),
  on: daySchema,
  added: count.nullable().describe('null where a number would tell what only named people may know'),
  changed: count.nullable(),
  removed: count.nullable(),
  undoneOn: daySchema.nullable(),
  whyNot: z.string().nullable().describe('why it cannot be undone, as a code; null where it can'),
})

export const office: readonly Operation[] = [
  operation({
    action: 'office.makeToken',
    stage: 'office',
    verb: 'token',
    about: 'Make a token for the API; it is shown once',
    options: [{ name: 'days', kind: 'number', about: `how long it opens; ${TOKEN_DAYS} unless said, and at most` }],
    shows: false,
    noSeason: true,
    result: z.strictObject({ token: z.string(), opensUntil: z.string() }).meta({ title: 'Token' }),
    run: (ctx, given) => makeToken(ctx, { days: number(given, 'days') }),
  }),
  operation({
    action: 'office.seeHats',
    stage: 'office',
    verb: 'hats',
    about: 'See who wears which hat',
    options: [],
    shows: true,
    noSeason: true,
    result: z.strictObject({ hats: z.array(hatWorn) }).meta({ title: 'Hats' }),
    run: (ctx) => allHats(ctx),
  }),
  operation({
    action: 'office.giveHat',
    stage: 'office',
    verb: 'give-hat',
    about: 'Give a hat, for --season or for all, for good or until a day',
    options: [
      ADDRESS,
      HAT,
      { name: 'until', kind: 'day', about: 'its last day; for good unless said' },
      { name: 'deputy', kind: 'switch', about: 'as the deputy of the named contact' },
    ],
    shows: false,
    result: hatChanged.meta({ title: 'HatGiven' }),
    run: (ctx, given) =>
      giveHat(ctx, { ...named(given), until: text(given, 'until'), deputy: given.options.deputy === true }),
  }),
  operation({
    action: 'office.handOverSeason',
    stage: 'office',
    verb: 'hand-over',
    about: 'Hand a season one coordinates over to another coordinator',
    options: [{ name: 'address', kind: 'text', required: true, word: true, about: 'who takes it over' }],
    shows: false,
    result: z
      .strictObject({ handOverId: z.uuid(), keepsHat: z.boolean().describe('a hat for every season stays') })
      .meta({ title: 'HandedOver' }),
    run: (ctx, given) => handOverSeason(ctx, { season: text(given, 'season'), email: must(given, 'address') }),
  }),
  operation({
    action: 'office.undoHandOver',
    stage: 'office',
    verb: 'undo-hand-over',
    about: 'Take a hand-over of one’s own back on its day',
    options: [{ name: 'id', kind: 'text', required: true, word: true, about: 'the id that handing over gave' }],
    shows: false,
    noSeason: true,
    result: z.strictObject({ undone: z.boolean() }).meta({ title: 'HandOverUndone' }),
    run: (ctx, given) => undoHandOver(ctx, { handOverId: must(given, 'id') }),
  }),
  operation({
    action: 'office.takeHat',
    stage: 'office',
    verb: 'take-hat',
    about: 'Take a hat off at once, with what was lent from it',
    options: [ADDRESS, HAT],
    shows: false,
    result: hatChanged.extend({ untilBefore: daySchema.nullable() }).meta({ title: 'HatTaken' }),
    run: (ctx, given) => takeHatOf(ctx, named(given)),
  }),
  operation({
    action: 'office.seeImports',
    stage: 'office',
    verb: 'imports',
    about: 'See which spreadsheets were imported, the latest first, fifty at a time',
    options: [{ name: 'page', kind: 'number', about: 'which fifty; the first unless said' }],
    shows: true,
    noSeason: true,
    result: z.strictObject({ imports: z.array(importLine), found: count }).meta({ title: 'Imports' }),
    run: async (ctx, given) => {
      const { imports, found } = await seeImports(ctx, {
        season: null,
        page: Math.max(1, number(given, 'page') ?? 1),
      })
      return { imports: imports.map(asImport), found }
    },
  }),
  operation({
    action: 'office.undoImport',
    stage: 'office',
    verb: 'undo-import',
    about: 'Take back an import whole, while nothing stands upon it',
    options: [{ name: 'import', kind: 'text', required: true, word: true, about: 'its id' }],
    shows: false,
    noSeason: true,
    result: z.strictObject({ id: z.string() }).meta({ title: 'ImportUndone' }),
    run: (ctx, given) => undoImport(ctx, { id: must(given, 'import') }),
  }),
]

function named(given: Given): { email: string; hat: Hat; season: string | undefined } {
  const hat = GIVEN_HATS.find((it) => it === given.options.hat)
  if (!hat) throw new Invalid(`A hat is one of these: ${GIVEN_HATS.join(', ')}.`)
  return { email: must(given, 'address'), hat, season: text(given, 'season') }
}

function asImport(it: ImportLine) {
  const { id, sheet, seasonKey, by, on, added, changed, removed, undoneOn, whyNot } = it
  return { id, sheet, season: seasonKey, by, on, added, changed, removed, undoneOn, whyNot }
}
