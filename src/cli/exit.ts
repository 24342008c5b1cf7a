import { Invalid, NotAllowed, NotFound, Refused } from '../runtime/errors.ts'

/** How this door says the four errors: exit 2, 3, 4, 5. Anything else is our fault, exit 1. */
export function exitFor(error: unknown): { code: number; lines: readonly string[] } {
  if (error instanceof Invalid)
    return {
      code: 2,
      lines: [
        error.message,
        ...error.fields.map((it) => `  ${it.place}: ${it.message}${it.remedy ? ` ${it.remedy}` : ''}`),
      ],
    }
  if (error instanceof NotFound) return { code: 3, lines: [error.message] }
  if (error instanceof NotAllowed) return { code: 4, lines: [error.message] }
  if (error instanceof Refused)
    return { code: 5, lines: [`${error.message} (${error.code})`, ...factLines(error.facts)] }
  return {
    code: 1,
    lines: [
      'This is a fault of Alongside. Nothing was changed.',
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ],
  }
}

function factLines(facts: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(facts).map(([key, value]) => `  ${key}: ${String(value)}`)
}
