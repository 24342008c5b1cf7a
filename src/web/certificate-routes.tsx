import { z } from 'zod'
import { seeOwnCompletion, showCertificate, takeBackCertificate } from '../journey/results/actions/own-certificates.ts'
import { planCertificate } from '../journey/results/rules/certificate.ts'
import { verifyCertificate } from '../journey/results/screens/verify-certificate.ts'
import { roleSchema } from '../model/role.ts'
import { type Invalid, NotFound } from '../runtime/errors.ts'
import { certificateAddress } from './participant/certificate/certificate-address.ts'
import { CERTIFICATE_DONE, CertificatePage } from './participant/certificate/certificate-page.tsx'
import { SheetPage } from './participant/certificate/sheet-page.tsx'
import { CertificateVerifiedPage } from './public/certificate-verified-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const DONE = Object.keys(CERTIFICATE_DONE) as (keyof typeof CERTIFICATE_DONE)[]
const PATH = '/seasons/:key/certificate'

const keyed = z.object({ key: z.string().max(100) })
const shown = keyed.extend({ done: z.enum(DONE).nullable().catch(null).default(null) })
const ofRole = keyed.extend({ role: roleSchema })
/** One tick comes as a text, several as a list, none as nothing. */
const ticks = z
  .union([
    z.array(z.string().max(20)).max(20),
    z
      .string()
      .max(20)
      .transform((it) => [it]),
  ])
  .catch([])
  .default([])
const chosen = ofRole.extend({ lines: ticks })
const coded = z.object({ code: z.string().max(200) })

/** Certificates of completion: one’s own, and what others see of one by its link. */
export const certificateRoutes: readonly Route[] = [
  route({ method: 'GET', path: PATH, action: 'results.seeOwnCompletion', given: shown, answer: own }),
  route({
    method: 'POST',
    path: PATH,
    action: 'results.showCertificate',
    given: chosen,
    answer: show,
    again: ownAgain,
  }),
  route({
    method: 'POST',
    path: `${PATH}/take-back`,
    action: 'results.takeBackCertificate',
    given: ofRole,
    answer: takeBack,
  }),
  route({
    method: 'GET',
    path: `${PATH}/:role`,
    action: 'results.seeOwnCompletion',
    given: ofRole,
    answer: sheet,
    again: notThere,
  }),
  route({
    method: 'GET',
    path: '/certificates/:code',
    action: 'results.verifyCertificate',
    given: coded,
    answer: verified,
  }),
]

async function own({ house, ctx, given, page }: Visit<z.infer<typeof shown>>) {
  const found = await seeOwnCompletion(ctx, { season: given.key })
  const of = { site: ctx.publicUrl, contact: house.organisation.privacyContact }
  return page('Certificate', <CertificatePage own={found} {...of} done={given.done} again={null} />)
}

async function ownAgain({ house, ctx, fields, page }: Visit<unknown>, fault: Invalid) {
  const given = chosen.safeParse(fields)
  const found = await seeOwnCompletion(ctx, { season: String(fields.key ?? '') })
  const of = { site: ctx.publicUrl, contact: house.organisation.privacyContact }
  const again = { role: given.data?.role ?? '', lines: given.data?.lines ?? [], faults: fault.fields }
  return page('Error: not saved', <CertificatePage own={found} {...of} done={null} again={again} />, 422)
}

async function show({ ctx, given, goTo }: Visit<z.infer<typeof chosen>>) {
  const { became } = await showCertificate(ctx, { season: given.key, role: given.role, lines: given.lines })
  return goTo(`${pathOf(given.key)}?done=${became}`)
}

async function takeBack({ ctx, given, goTo }: Visit<z.infer<typeof ofRole>>) {
  await takeBackCertificate(ctx, { season: given.key, role: given.role })
  return goTo(`${pathOf(given.key)}?done=back`)
}

async function sheet({ house, ctx, given, page }: Visit<z.infer<typeof ofRole>>) {
  const found = await seeOwnCompletion(ctx, { season: given.key })
  const certificate = found.roles.find((it) => it.role === given.role)?.certificate
  if (!certificate) throw new NotFound('There is no certificate yet.')
  const facts = { ...certificate, name: found.holder, season: found.name }
  return page(
    'Certificate',
    <SheetPage
      organisation={house.organisation.name}
      certificate={planCertificate(facts, certificate.lines)}
      madeOn={certificate.madeOn}
      address={certificateAddress(ctx.publicUrl, certificate.code)}
      back={pathOf(given.key)}
    />,
  )
}

/** No search engine keeps it, and nothing on the way does. */
async function verified({ house, http, ctx, given, page }: Visit<z.infer<typeof coded>>) {
  http.header('x-robots-tag', 'noindex, nofollow')
  const found = await verifyCertificate(ctx, given)
  return page('Certificate', <CertificateVerifiedPage organisation={house.organisation.name} found={found} />)
}

function pathOf(key: string): string {
  return `/seasons/${encodeURIComponent(key)}/certificate`
}
