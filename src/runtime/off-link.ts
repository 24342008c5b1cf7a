import { SWITCHES, type Switch } from '../model/letter-kinds.ts'
import type { Context } from './context.ts'

/** Whose letters under which switch a link turns off. */
export type OffLink = { readonly personId: string; readonly name: Switch }

/**
 * The address in a letter that turns letters like it off, without signing in. It can do this one thing for this one person, as often
 * as it is pressed, and only this installation can make it: nothing is kept of it, and it dies with the root key.
 */
export function offLink(ctx: Context, { personId, name }: OffLink): string {
  return `${ctx.publicUrl}/letters/off?link=${personId}.${name}.${wordOf(ctx, personId, name)}`
}

/** What a link is about; null for one that this installation did not make. */
export function readOffLink(ctx: Context, link: string): OffLink | null {
  const [personId = '', given = '', word = ''] = link.split('.')
  const name = SWITCHES.find((it) => it === given)
  return name && word === wordOf(ctx, personId, name) ? { personId, name } : null
}

function wordOf(ctx: Context, personId: string, name: string): string {
  return ctx.keyring.fingerprint(`letters off ${ctx.organisationId} ${personId} ${name}`)
}
