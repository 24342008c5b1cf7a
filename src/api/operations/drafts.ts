import { z } from 'zod'
import { publishDraft } from '../../journey/design/actions/publish-draft.ts'
import { putDraftAside, saveDraft, takeDraftUp } from '../../journey/design/actions/save-draft.ts'
import { changeSeason, startDraft } from '../../journey/design/actions/start-draft.ts'
import { seeDifferences } from '../../journey/design/screens/differences.ts'
import { seeDrafts } from '../../journey/design/screens/drafts.ts'
import { seeVersions } from '../../journey/design/screens/versions.ts'
import type { Context } from '../../runtime/context.ts'
import { Invalid } from '../../runtime/errors.ts'
import type { DraftRow } from '../../store/program-drafts.ts'
import type { VersionLine } from '../../store/season-versions.ts'
import { type Given, must, number, type Operation, operation, text } from '../operation.ts'
import type { Option } from '../option.ts'
import { programDraft, programDrafts, programVersions } from '../shapes/drafts.ts'

const DRAFT: Option = { name: 'draft', kind: 'text', required: true, about: 'the id of the draft' }
const SEEN: Option = { name: 'seen', kind: 'number', required: true, about: 'the number of the save it was read at' }
const PAGE: Option = { name: 'page', kind: 'number', about: 'which page' }
const KEY = /^[a-z0-9][a-z0-9-_]{0,59}$/
const FROM = ['template', 'season', 'running'] as const
const inDraft = { stage: 'design', noSeason: true } as const

/** Programs as drafts: read, changed, compared and put in force. */
export const drafts: readonly Operation[] = [
  operation({
    ...inDraft,
    action: 'design.startDraft',
    verb: 'begin',
    about: 'Begin a draft: with a template, with a season that was, or of a change to a running season',
    options: [
      { name: 'from', kind: 'choice', choices: FROM, required: true, about: 'what it begins with' },
      { name: 'of', kind: 'text', required: true, about: 'the key of the template or the season' },
      { name: 'key', kind: 'text', about: 'the short name of the new season' },
      { name: 'name', kind: 'text', about: 'the new season in words, such as Autumn 2027' },
      { name: 'starts', kind: 'day', about: 'the day the new season starts' },
    ],
    shows: false,
    result: z.strictObject({ draft: z.uuid() }).meta({ title: 'DraftBegun' }),
    run: begin,
  }),
  operation({
    ...inDraft,
    action: 'design.saveDraft',
    verb: 'save',
    about: 'Save the text of a draft, faulty or not, as its newest save',
    file: 'program',
    options: [DRAFT, SEEN],
    shows: false,
    result: z
      .strictObject({ number: z.int(), changed: z.boolean().describe('false where it says the same already') })
      .meta({ title: 'DraftSaved' }),
    run: (ctx, given) =>
      saveDraft(ctx, {
        draft: draftIn(given),
        seen: number(given, 'seen') ?? 0,
        text: given.text,
        entered: {},
        step: null,
      }),
  }),
  operation({
    ...inDraft,
    action: 'design.seeDrafts',
    verb: 'drafts',
    about: 'List the drafts that are open, the one saved last first, fifty a page',
    options: [PAGE],
    shows: true,
    result: programDrafts,
    run: async (ctx, given) => {
      const { drafts: rows, found } = await seeDrafts(ctx, { page: pageIn(given) })
      return { drafts: rows.map(asDraft), found }
    },
  }),
  operation({
    ...inDraft,
    action: 'design.seeDraft',
    verb: 'draft',
    about: 'Read a draft: its text, what is wrong with it, and what it would change for whom',
    options: [DRAFT],
    shows: true,
    result: programDraft,
    run: async (ctx, given) => {
      const { draft, changes, ...it } = await seeDifferences(ctx, { draft: draftIn(given) })
      const said = changes?.map(({ path, ...one }) => ({ place: path.join('.'), ...one })) ?? null
      return { draft: asDraft(draft), ...it, changes: said }
    },
  }),
  operation({
    ...inDraft,
    action: 'design.putDraftAside',
    verb: 'aside',
    about: 'Put a draft aside, or take it up again',
    options: [DRAFT, { name: 'back', kind: 'switch', about: 'take it up again' }],
    shows: false,
    result: z.strictObject({ draft: z.uuid(), aside: z.boolean() }).meta({ title: 'DraftPutAside' }),
    run: async (ctx, given) => {
      const [draft, back] = [draftIn(given), given.options.back === true]
      await (back ? takeDraftUp(ctx, { draft }) : putDraftAside(ctx, { draft }))
      return { draft, aside: !back }
    },
  }),
  operation({
    ...inDraft,
    action: 'design.publishDraft',
    verb: 'publish',
    about: 'Put a draft in force, as it was read',
    options: [
      DRAFT,
      SEEN,
      { name: 'in-force', kind: 'text', about: 'what design draft said is in force; none where it begins a season' },
      { name: 'because', kind: 'text', required: true, about: 'why, for the log of the versions' },
    ],
    shows: false,
    result: z.strictObject({ season: z.string() }).meta({ title: 'DraftPublished' }),
    run: (ctx, given) =>
      publishDraft(ctx, {
        draft: draftIn(given),
        seen: number(given, 'seen') ?? 0,
        inForce: text(given, 'in-force') ?? '',
        because: must(given, 'because'),
      }),
  }),
  operation({
    action: 'design.seeVersions',
    stage: 'design',
    verb: 'versions',
    about: 'List who put which version of a season in force, when and why, the latest first, fifty a page',
    options: [PAGE],
    shows: true,
    result: programVersions,
    run: async (ctx, given) => {
      const { season, versions, found } = await seeVersions(ctx, { season: must(given, 'season'), page: pageIn(given) })
      return { season, versions: versions.map(asVersion), found }
    },
  }),
]

function begin(ctx: Context, given: Given): Promise<{ draft: string }> {
  const [from, of, key, startsOn] = [must(given, 'from'), must(given, 'of'), must(given, 'key'), must(given, 'starts')]
  if (from === 'running') return changeSeason(ctx, { season: of })
  const season = must(given, 'name').trim()
  const missing = [key === '' ? 'key' : '', season === '' ? 'name' : '', startsOn === '' ? 'starts' : ''].filter(
    Boolean,
  )
  if (missing.length > 0)
    throw new Invalid(`A new season needs: ${missing.join(', ')}.`, {
      fields: missing.map((place) => ({ place, message: 'is missing' })),
    })
  if (!KEY.test(key)) {
    const message = 'takes small letters, digits, - and _, beginning with a letter or a digit'
    throw new Invalid(`key ${message}`, { fields: [{ place: 'key', message }] })
  }
  return startDraft(ctx, { from: from === 'season' ? 'season' : 'template', of, key, season, startsOn })
}

function asDraft({ id, season, title, begunFrom, state, number: at, savedBy, savedAt }: DraftRow) {
  return { id, season, title, begunFrom, state, number: at, savedBy, savedAt }
}

function asVersion({ id, number: at, loadedOn, recordedAt, by, because }: VersionLine) {
  return { id, number: at, loadedOn, recordedAt, by, because }
}

function draftIn(given: Given): string {
  const draft = must(given, 'draft')
  if (z.uuid().safeParse(draft).success) return draft
  throw new Invalid('draft is the id of a draft, as design drafts says it', {
    fields: [{ place: 'draft', message: 'is the id of a draft, as design drafts says it' }],
  })
}

function pageIn(given: Given): number {
  return Math.max(1, number(given, 'page') ?? 1)
}
