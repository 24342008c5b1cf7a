import { hasMyPage } from '../desk/screens/my-page.ts'
import { asPerson, type House } from '../runtime/open-context.ts'

/** Where somebody lands who has just come in: where they wanted to, else on their own page if there is something on it. */
export async function firstPlace(house: House, secret: string, wanted: string | null): Promise<string> {
  if (wanted !== null && wanted !== '/') return wanted
  const ctx = await asPerson(house, secret)
  return ctx && (await hasMyPage(ctx)) ? '/my' : '/'
}
