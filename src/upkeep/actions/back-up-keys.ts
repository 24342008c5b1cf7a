import { writeFileSync } from 'node:fs'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid } from '../../runtime/errors.ts'
import { KEYS_KEPT_DAYS, writeKeysBackup } from '../../runtime/keys-backup.ts'
import { setKeysBackedUp } from '../../store/backups.ts'
import { erasuresOf } from '../../store/erasure-ledger.ts'
import type { KeptKey } from '../../store/keys.ts'

const ONLY_OWNER = 0o600

/** Writes a backup of the keys to a file at the machine. */
export async function backUpKeys(
  ctx: Context,
  { file }: { readonly file: string },
): Promise<{ readonly keys: number; readonly lines: readonly string[] }> {
  const { text, keys, takenAt } = await keysFor(ctx, 'upkeep.backUpKeys')
  try {
    writeFileSync(file, text, { flag: 'wx', mode: ONLY_OWNER })
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new Invalid(isThere ? `${file} is there already; name another file.` : `${file} cannot be written: ${error}`)
  }
  await within(ctx, (tx) => setKeysBackedUp(tx, ctx.organisationId, takenAt))
  return { keys, lines: inLines(file, keys) }
}

/** The same for an owner to take away in a browser. */
export async function downloadKeyBackup(ctx: Context): Promise<{ readonly text: string; readonly name: string }> {
  const { text, takenAt } = await keysFor(ctx, 'office.downloadKeyBackup')
  await within(ctx, (tx) => setKeysBackedUp(tx, ctx.organisationId, takenAt))
  return { text, name: `alongside-keys-${takenAt.slice(0, 10)}.jsonl` }
}

async function keysFor(ctx: Context, action: string) {
  await within(ctx, (tx) => permit(ctx, tx, action))
  // Noted before the keys are read: what is destroyed meanwhile stays in here no longer than if it had been destroyed later.
  const takenAt = ctx.machineClock.now()
  const keys: KeptKey[] = []
  for await (const page of ctx.keyring.kept()) keys.push(...page)
  // After the keys: nobody is missing whose key was still there.
  const erasures = await within(ctx, (tx) => erasuresOf(tx, ctx.organisationId))
  return { text: writeKeysBackup({ takenAt, keys, erasures }), keys: keys.length, takenAt }
}

function inLines(file: string, keys: number): readonly string[] {
  return [
    `${keys} keys, wrapped, are in ${file}, with the list of who was erased.`,
    `Keep it apart from the backups of the data, and delete it after ${KEYS_KEPT_DAYS} days: a restore refuses it from then on.`,
    'The root key is not in it: keep that apart from both.',
  ]
}
