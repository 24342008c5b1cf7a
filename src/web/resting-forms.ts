import { restsWhenClosed } from '../permissions/resting.ts'
import type { Route } from './route.ts'

/** Of a table of routes, whether a form that leads to a path rests once its season is closed. */
export function restingForms(table: readonly Route[]): (path: string) => boolean {
  const resting = table
    .filter((it) => it.method === 'POST' && typeof it.action === 'string' && restsWhenClosed(it.action))
    .map((it) => asPattern(it.path))
  return (path) => {
    const plain = path.split('?')[0] ?? ''
    return resting.some((it) => it.test(plain))
  }
}

function asPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/:[a-z]+/gi, '[^/]+')}$`)
}
