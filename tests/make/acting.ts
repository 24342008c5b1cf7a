import type { Context } from '../../src/runtime/context.ts'
import {
  asAnybody,
  asDirectoryService,
  asOperator,
  asPerson,
  asProgram,
  type House,
  openHouse,
  withToken,
} from '../../src/runtime/open-context.ts'
import { CALLERS, type CallerName, type Everybody } from './everybody.ts'

/** Each caller as actions see them, by name; who does not get that far is left out. */
export async function everyActor(all: Everybody): Promise<ReadonlyMap<string, Context>> {
  const house = await openHouse(all.installation)
  if (!house) throw new Error('There is no organisation.')
  const found = new Map<string, Context>([
    ['operator', await asOperator(house, undefined, null)],
    ['program', asProgram(house, 'test')],
  ])
  for (const name of CALLERS) {
    const ctx = await actorOf(all, house, name)
    if (ctx) found.set(name, ctx)
  }
  return found
}

/** One caller as actions see them. */
export async function actAs(all: Everybody, name: CallerName): Promise<Context> {
  const house = await openHouse(all.installation)
  const ctx = house && (await actorOf(all, house, name))
  if (!ctx) throw new Error(`${name} does not get in.`)
  return ctx
}

async function actorOf({ callers }: Everybody, house: House, name: CallerName): Promise<Context | null> {
  const { cookie, authorization } = callers[name].headers
  const secret = cookie?.split('=')[1]
  const token = authorization?.replace('Bearer ', '')
  if (secret) return asPerson(house, secret)
  if (name === 'directory service' && token) return asDirectoryService(house, token)
  if (token) return withToken(house, token, null).catch(() => null)
  return asAnybody(house)
}

/** Whoever is at the machine, acting as somebody by their address. */
export async function operatorAs(all: Everybody, email: string): Promise<Context> {
  const house = await openHouse(all.installation)
  if (!house) throw new Error('There is no organisation.')
  return asOperator(house, email, null)
}
