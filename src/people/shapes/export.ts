/** One record as the database holds it: days and instants are text, and what was sealed is opened. */
export type ExportedRow = Readonly<Record<string, unknown>>

export type ExportedTable = {
  readonly table: string
  readonly holds: string
  readonly why: string
  readonly rows: readonly ExportedRow[]
}

export type LookedAt = {
  readonly day: string
  /** The hat, or what else let them look; never who it was. */
  readonly as: string
  readonly what: string
  readonly times: number
}

/** Everything that is held about one person and that they may read, for taking away. */
export type Export = {
  readonly format: 'alongside-export-1'
  readonly madeAt: string
  readonly organisation: string
  readonly privacyContact: string | null
  readonly about: { readonly id: string; readonly name: string; readonly email: string }
  readonly partners: readonly { readonly id: string; readonly name: string; readonly email: string }[]
  readonly seasons: readonly {
    readonly id: string
    readonly key: string
    readonly name: string
    readonly season: string
  }[]
  readonly tables: readonly ExportedTable[]
  readonly whoLooked: readonly LookedAt[]
  /** What is held and not in here, and why. */
  readonly leftOut: readonly { readonly holds: string; readonly because: string }[]
}
