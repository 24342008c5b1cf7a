import type { Context } from '../../runtime/context.ts'
import { FIELDS } from '../../store/fields/all.ts'
import type { Sink } from '../../store/fields/field.ts'

export type MayRead = (column: string) => boolean

const TABLES = ['person', 'directory_entry']

/** Which columns of people and their directory rows the hats of whoever looks open, as the privacy entries say, for one way out. */
export function readableBy({ actor }: Context, sink: Sink): MayRead {
  const hats: readonly string[] =
    'hats' in actor ? actor.hats.filter((it) => it.seasonId === null).map((it) => it.hat) : []
  return (column) =>
    TABLES.flatMap((table) => FIELDS[table]?.fields[column] ?? []).some(
      (field) => field.sinks.includes(sink) && field.readers.some((reader) => hats.includes(reader)),
    )
}
