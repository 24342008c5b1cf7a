import { type Context, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { markPublished } from '../../../store/program-drafts.ts'
import { latestVersion } from '../../../store/season-versions.ts'
import { lockSeason, seasonById, seasonByKey } from '../../../store/seasons.ts'
import { putInForce, validProgram } from './put-in-force.ts'
import { openedDraft, refuseNewer } from './save-draft.ts'
import { keyTaken } from './start-draft.ts'

const LONGEST_REASON_CHARACTERS = 500

/** What was looked at before publishing: the save of the draft, and the text that was in force beside it. */
export type Looked = { readonly draft: string; readonly seen: number; readonly inForce: string }

/** Puts a draft in force, as a new season or as the next version of the one it changes, with who did and why. */
export async function publishDraft(
  ctx: Context,
  input: Looked & { readonly because: string },
): Promise<{ season: string }> {
  const because = reasonIn(input.because)
  return within(ctx, async (tx) => {
    const draft = await openedDraft(ctx, tx, 'design.publishDraft', input.draft)
    refuseNewer(draft, input.seen)
    const program = validProgram(draft.text)
    if (draft.seasonId) await lockSeason(tx, ctx.organisationId, draft.seasonId)
    const before = draft.seasonId ? await seasonById(tx, ctx.organisationId, draft.seasonId) : undefined
    if (draft.seasonId && !before) throw new NotFound('There is no such season.')
    if (!before && (await seasonByKey(tx, ctx.organisationId, program.key))) throw keyTaken(program.key)
    const version = before && (await latestVersion(tx, ctx.organisationId, before.id))
    if ((version?.fileHash ?? '') !== input.inForce)
      throw new Refused(
        'changed-since',
        {},
        'The season was changed since you opened this page. Look at the differences again, then publish.',
      )
    const { seasonId, changed } = await putInForce(ctx, tx, { program, text: draft.text, before, because })
    if (!changed)
      throw new Refused('nothing-changes', {}, 'The draft says what is in force already. There is nothing to publish.')
    await markPublished(tx, ctx.organisationId, { id: draft.id, seasonId, at: ctx.clock.now() })
    return { season: program.key }
  })
}

function reasonIn(words: string): string {
  const because = words.trim()
  const message =
    because === ''
      ? 'Say in a sentence why: it stands in the log of the versions.'
      : because.length > LONGEST_REASON_CHARACTERS
        ? `Say it in at most ${LONGEST_REASON_CHARACTERS} characters.`
        : null
  if (message) throw new Invalid(message, { fields: [{ place: 'because', message }] })
  return because
}
