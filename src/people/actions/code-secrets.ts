import type { Context } from '../../runtime/context.ts'
import { codeSecretAt } from '../shapes/code-secret.ts'

type Column = 'sealed_secret' | 'sealed_next'

export function sealCodeSecret(ctx: Context, personId: string, column: Column, secret: string): Promise<Buffer> {
  const { owner, place } = codeSecretAt(ctx.organisationId, personId, column)
  return ctx.keyring.seal(owner, place, secret)
}

export function openCodeSecret(ctx: Context, personId: string, column: Column, sealed: Buffer): Promise<string> {
  const { owner, place } = codeSecretAt(ctx.organisationId, personId, column)
  return ctx.keyring.open(owner, place, sealed)
}
