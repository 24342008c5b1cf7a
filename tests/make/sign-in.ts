import type { Context } from '../../src/runtime/context.ts'
import type { Installation } from '../../src/runtime/installation.ts'
import { hashOf, newId, newSecret } from '../../src/runtime/new-id.ts'
import { asPerson, openHouse } from '../../src/runtime/open-context.ts'
import { personByEmail } from '../../src/store/people.ts'
import { addSignIn } from '../../src/store/sign-ins.ts'
import { cookieName, formTokenOf } from '../../src/web/visitor.ts'

export type SignedIn = {
  readonly personId: string
  readonly secret: string
  /** For the header `cookie` of a request. */
  readonly cookie: string
  /** For the field `token` of every form. */
  readonly formToken: string
  /** Who acts, as the site would see them on their next request: hats are read anew each time. */
  readonly ctx: () => Promise<Context>
}

/** Somebody of the directory with a sign-in of their own, as if they had come in; with the second step taken if `stepped`. */
export async function signInAs(
  installation: Installation,
  email: string,
  { stepped }: { readonly stepped: boolean } = { stepped: false },
): Promise<SignedIn> {
  const house = await openHouse(installation)
  const organisationId = house?.organisation.id ?? ''
  const person = await personByEmail(installation.db, organisationId, email)
  if (!person) throw new Error(`Nobody here has the address ${email}.`)
  const secret = newSecret()
  const madeAt = installation.machineClock.now()
  const it = { id: newId(), personId: person.id, hash: hashOf(secret), method: 'link', device: null } as const
  await addSignIn(installation.db, organisationId, { ...it, stepped, madeAt })
  return {
    personId: person.id,
    secret,
    cookie: `${cookieName(installation.config.publicUrl)}=${secret}`,
    formToken: formTokenOf(secret),
    ctx: async () => {
      const opened = await openHouse(installation)
      const ctx = opened && (await asPerson(opened, secret))
      if (!ctx) throw new Error(`${email} is not signed in any more.`)
      return ctx
    },
  }
}
