import type { Day } from '../../../model/day.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { hashOf } from '../../../runtime/new-id.ts'
import { certificateByHash } from '../../../store/certificates.ts'
import { type Certificate, planCertificate } from '../rules/certificate.ts'

export type VerifiedCertificate = { readonly certificate: Certificate; readonly madeOn: Day }

/** What the holder of a certificate chose to show whoever has its link; one that was taken back reads like one nobody made. */
export async function verifyCertificate(ctx: Context, input: { readonly code: string }): Promise<VerifiedCertificate> {
  return within(ctx, async (tx) => {
    const found = await certificateByHash(tx, ctx.organisationId, hashOf(input.code))
    // Nothing is written down of a wrong code: somebody nobody knows could fill the audit by knocking.
    if (!found) throw new NotFound('There is no such certificate.')
    await permit(ctx, tx, 'results.verifyCertificate', { about: found.id })
    return { certificate: planCertificate(found, found.lines), madeOn: found.madeOn }
  })
}
