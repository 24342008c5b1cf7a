/** Characters of the longest lines and texts that a pair writes together: a sentence, some paragraphs, five pages. */
export const LONGEST = { line: 200, paragraph: 2000, page: 10_000 } as const

/** What became of a text that was sent, and in which document it stands. */
export type Kept = { readonly documentId: string; readonly became: 'new' | 'changed' | 'both' | 'same' }
