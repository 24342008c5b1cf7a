import { type Context, permit, within } from '../../runtime/context.ts'
import { KEYS_KEPT_DAYS } from '../../runtime/keys-backup.ts'
import { keysBackedUpAt } from '../../store/backups.ts'

export type KeysBackupScreen = {
  /** When the keys were last taken away; null before, and after a new root key. */
  readonly takenAt: string | null
  readonly keptDays: number
}

/** What a backup of the keys is for, and when the last one was taken. */
export async function keysBackup(ctx: Context): Promise<KeysBackupScreen> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.seeBoard')
    return { takenAt: await keysBackedUpAt(tx, ctx.organisationId), keptDays: KEYS_KEPT_DAYS }
  })
}
