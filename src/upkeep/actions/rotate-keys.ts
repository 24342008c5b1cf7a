import { type Context, permit, within } from '../../runtime/context.ts'
import { Refused } from '../../runtime/errors.ts'
import { rootKeyFile } from '../../runtime/installation.ts'
import { addRootKey, keepOnlyRootKey, readRootKeys } from '../../runtime/root-key.ts'
import { lockChain } from '../../store/audit-seals.ts'
import { setKeysBackedUp } from '../../store/backups.ts'

export type Rotated = {
  /** The number of the root key that wraps every key now. */
  readonly root: number
  readonly rewrapped: number
  readonly lines: readonly string[]
}

/**
 * Makes a new root key, wraps every key with it, and drops the one before. It may be killed at any point and run again: the file
 * holds both until nothing needs the old one, and nothing is wrapped with it once it was retired.
 */
export async function rotateKeys(ctx: Context): Promise<Rotated> {
  const file = rootKeyFile(ctx.config)
  await within(ctx, async (tx) => {
    // One at a time: two new root keys of one number would each open half of the keys.
    await lockChain(tx, ctx.organisationId)
    await permit(ctx, tx, 'upkeep.rotateKeys')
    if (ctx.config.rootKey) refuseSingleRoot(ctx.config.rootKey)
    else addRootKey(file)
  })
  const rewrapped = await ctx.keyring.rewrap()
  const root = ctx.keyring.newestRoot()
  await within(ctx, async (tx) => {
    await lockChain(tx, ctx.organisationId)
    if (!ctx.config.rootKey) keepOnlyRootKey(file, root)
    // The last backup of the keys is wrapped by the root key that is gone.
    await setKeysBackedUp(tx, ctx.organisationId, null)
  })
  return { root, rewrapped, lines: inLines(root, rewrapped, ctx.config.rootKey ? null : file) }
}

/** From the environment we cannot change it: whoever runs the machine adds the new one, and takes the old one out afterwards. */
function refuseSingleRoot(text: string): void {
  const { newest, byNumber } = readRootKeys(text, '')
  if (byNumber.size > 1) return
  throw new Refused(
    'root-key-in-environment',
    { root: newest },
    `The root key comes from ALONGSIDE_ROOT_KEY, which only you can change. Make a new one (openssl rand -base64 32), put it ` +
      `beside the old one as "${newest}:OLD,${newest + 1}:NEW", start every process again, and run this command again. Then take ` +
      `the old one out.`,
  )
}

function inLines(root: number, rewrapped: number, file: string | null): readonly string[] {
  return [
    `${rewrapped} ${rewrapped === 1 ? 'key was' : 'keys were'} wrapped anew; root key ${root} wraps all of them.`,
    file === null
      ? `Take every number but ${root} out of ALONGSIDE_ROOT_KEY now.`
      : `The older root key is gone from ${file}. Copy the file to where you keep it.`,
    'Backups of the keys that were made before open only with the older root key: make a new one now.',
  ]
}
