import type { GivenApplication } from '../model/given-application.ts'
import type { Visit } from './route.ts'

const QUESTION = 'q-'
const MORE = 'more-'

/** An application form as it came: questions by their key, with topics in own words beside those chosen. */
export function readGiven(fields: Visit['fields']): GivenApplication {
  const answers: Record<string, string[]> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (name.startsWith(QUESTION)) answers[name.slice(QUESTION.length)] = textsOf(field)
  }
  for (const [name, field] of Object.entries(fields)) {
    if (!name.startsWith(MORE)) continue
    const key = name.slice(MORE.length)
    const words = textsOf(field).flatMap((it) => it.split(/[,;\n]/))
    answers[key] = [...new Set([...(answers[key] ?? []), ...words.map((it) => it.trim()).filter((it) => it !== '')])]
  }
  const [asynchronous] = textsOf(fields.asynchronous)
  return {
    answers,
    confirms: textsOf(fields.confirms),
    managerInformed: textsOf(fields.managerInformed).includes('yes'),
    asynchronous: asynchronous === 'talk' || asynchronous === 'write' ? asynchronous : null,
    wishes: textsOf(fields.wishes).join('\n').replaceAll('\r\n', '\n'),
    blocks: textsOf(fields.blocks).join('\n').replaceAll('\r\n', '\n'),
  }
}

/** The texts of a field; a file in its place is none. */
function textsOf(field: Visit['fields'][string] | undefined): string[] {
  const all: readonly unknown[] = Array.isArray(field) ? field : [field]
  return all.filter((it) => typeof it === 'string')
}
