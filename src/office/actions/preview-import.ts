import type { SheetName } from '../../model/sheet-name.ts'
import { type Context, isAllowed, permit, rehearsed, within, withinOne } from '../../runtime/context.ts'
import { NotAllowed, Refused } from '../../runtime/errors.ts'
import type { ImportedLine, KeptImport } from '../../runtime/keep-import.ts'
import { hashOf } from '../../runtime/new-id.ts'
import { findSeason } from '../../runtime/season.ts'
import { refreshStatistics } from '../../store/organisations.ts'
import { IMPORT_ACTIONS, OF_NO_SEASON } from '../rules/imports.ts'

type Asked = { readonly sheet: SheetName; readonly season: string | undefined }
/** Takes the file, whatever its kind, within the context it is handed. */
type Work = (inside: Context) => Promise<object>
export type Previewed = {
  readonly result: object
  readonly lines: readonly ImportedLine[]
  /** Of everything the import does and says: what is confirmed is what was looked at. */
  readonly fingerprint: string
}

/** What a file would change: the import itself, in a transaction that is taken back. That somebody looked is written down. */
export async function previewImport(ctx: Context, asked: Asked, work: Work): Promise<Previewed> {
  await within(ctx, async (tx) => {
    const season = OF_NO_SEASON.includes(asked.sheet) ? null : await findSeason(ctx, tx, asked.season)
    const about = season ? { seasonId: season.id } : {}
    const action = IMPORT_ACTIONS[asked.sheet]
    if (!isAllowed(ctx.actor, action, about))
      throw new NotAllowed(`Not found, or not yours to do: ${action}`, { action, about, code: 'not-allowed' })
    await permit(ctx, tx, 'office.previewImport', { ...about, about: asked.sheet })
  })
  const listening = listen(ctx)
  const result = await rehearsed(listening.ctx, work)
  return listening.say(result)
}

/** The import, if it still does what the preview said; else nothing. Says which import it was, or null where nothing changed. */
export async function importPreviewed(
  ctx: Context,
  fingerprint: string,
  work: Work,
): Promise<Previewed & { readonly id: string | null }> {
  const done = await withinOne(ctx, async (inside) => {
    const listening = listen(inside)
    const said = listening.say(await work(listening.ctx))
    if (said.fingerprint !== fingerprint)
      throw new Refused(
        'preview-out-of-date',
        {},
        'What this file would do has changed since you looked. Nothing was taken.',
      )
    return { ...said, id: listening.id() }
  })
  await refreshStatistics(ctx.db)
  return done
}

function listen(ctx: Context) {
  let kept: KeptImport = { id: null, lines: [] }
  const hears = (it: KeptImport) => {
    kept = it
  }
  return {
    ctx: { ...ctx, hears },
    id: () => kept.id,
    say: (result: object): Previewed => ({
      result,
      lines: kept.lines,
      fingerprint: hashOf(JSON.stringify([result, kept.lines])),
    }),
  }
}
