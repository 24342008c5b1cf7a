import { type Context, permit, within } from '../../runtime/context.ts'
import { type DirectoryToken, directoryTokensOf } from '../../store/directory-tokens.ts'

/** The tokens of the directory service, without what opens anything; the newest first. */
export async function seeDirectoryTokens(ctx: Context): Promise<{ readonly tokens: readonly DirectoryToken[] }> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.seeDirectoryTokens')
    return { tokens: await directoryTokensOf(tx, ctx.organisationId) }
  })
}
