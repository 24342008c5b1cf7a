import { makeSite } from '../../src/web/site.tsx'
import { commandLineOf } from './command-line.ts'
import { CLIENT } from './identity-provider.ts'
import { freshInstallation } from './installation.ts'
import { signInAs } from './sign-in.ts'

export const OWNER = 'owner@example.com'
export const KATE = 'kate@example.com'
export const SAM = 'sam@example.com'

/** A site with an owner, two colleagues and a leaver, that may ask these servers; a clock that can be moved on. */
export async function providerHouse(mayAsk: readonly string[]) {
  let ahead = 0
  const machineClock = { now: () => new Date(Date.now() + ahead).toISOString() }
  const installation = { ...(await freshInstallation({ privateOutbound: mayAsk })), machineClock }
  await commandLineOf(installation)('office', 'setup', '--organisation', 'Example', '--operator', OWNER, '--one-person')
  const { pool } = installation
  for (const [email, leftOn] of [
    [KATE, null],
    [SAM, null],
    ['leaver@example.com', '2020-01-01'],
  ])
    await pool.query(
      `insert into person (organisation_id, id, email, name, kind, created_at, left_on)
       select id, gen_random_uuid(), $1, $1, 'directory', now(), $2::date from organisation`,
      [email, leftOn],
    )
  const site = makeSite(installation)
  const open = async (path: string, cookie = '', form?: Readonly<Record<string, string>>) => {
    const body = form && new URLSearchParams(form)
    const headers = { origin: 'http://localhost', cookie }
    const answer = await site.request(path, { method: form ? 'POST' : 'GET', headers, body })
    const cookies = Object.fromEntries(
      answer.headers.getSetCookie().map((one) => [one.split('=')[0] ?? '', one.split(';')[0] ?? '']),
    )
    return { status: answer.status, text: await answer.text(), headers: answer.headers, cookies }
  }
  const ownerPost = async (path: string, form: Readonly<Record<string, string>> = {}, stepped = true) => {
    const { cookie, formToken } = await signInAs(installation, OWNER, { stepped })
    return open(path, cookie, { ...form, token: formToken })
  }
  return {
    installation,
    pool,
    open,
    ownerPost,
    ownerGet: async (path: string) => open(path, (await signInAs(installation, OWNER, { stepped: true })).cookie),
    /** The owner names a provider, as the page does. */
    name: (url: string, number: number, more: Readonly<Record<string, string>> = {}) =>
      ownerPost('/office/sign-in', { name: `Provider ${number}`, url, number: String(number), ...CLIENT, ...more }),
    /** Sets out: the provider's address, and the cookie of the browser. */
    setOut: async (number = 1, next = '/me') => {
      const { status, text, headers, cookies } = await open(`/sign-in/with/${number}`, '', { next })
      const way = /^0; url=(.+)$/.exec(headers.get('refresh') ?? '')?.[1]
      if (status !== 200 || !way) throw new Error(`No way to the provider: ${status} ${text}`)
      return { way: new URL(way), cookie: cookies['alongside-way'] ?? '' }
    },
    /** Comes back to an address of ours, as a browser would. */
    comeBack: (url: string | URL, cookie: string) => {
      const { pathname, search } = new URL(url)
      return open(pathname + search, cookie)
    },
    signIns: async () =>
      (
        await pool.query<{ email: string; stepped: boolean }>(
          `select p.email, s.stepped_at is not null as stepped from sign_in s join person p on p.id = s.person_id
           where s.method = 'identity-provider' order by s.made_at`,
        )
      ).rows,
    identities: async () =>
      (
        await pool.query<{ email: string; subject: string }>(
          `select p.email, i.subject from identity i join person p on p.id = i.person_id order by i.linked_at, i.subject`,
        )
      ).rows,
    pass: (minutes: number) => {
      ahead += minutes * 60_000
    },
  }
}
