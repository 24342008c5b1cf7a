import { z } from 'zod'
import { daySchema } from './day.ts'

/** The six criteria of a pair's goal, in the order the form asks them. PRODUCT.md, meet. */
export const CRITERIA = ['time-bound', 'certain', 'specific', 'positive', 'measurable', 'personal'] as const
export type Criterion = (typeof CRITERIA)[number]

/** How a pair wants to work together, in its own words. */
export const agreementSchema = z.object({ rhythm: z.string(), place: z.string(), between: z.string() })
export type Agreement = z.infer<typeof agreementSchema>

/** What a pair wants to reach, why, by when (null where no day is named), and which criteria its people say hold. */
export const goalSchema = z.object({
  words: z.string(),
  purpose: z.string(),
  byOn: daySchema.nullable(),
  holds: z.array(z.enum(CRITERIA)),
})
export type Goal = z.infer<typeof goalSchema>

/** How far a goal is reached, 0 to 100. */
export const progressSchema = z.object({ percent: z.int().min(0).max(100) })
export type Progress = z.infer<typeof progressSchema>

/** One free page of a workbook. */
export const pageSchema = z.object({ title: z.string(), text: z.string() })
export type WorkbookPage = z.infer<typeof pageSchema>

type Texts = {
  readonly agreement: Agreement
  readonly goal: Goal
  readonly progress: Progress
  readonly page: WorkbookPage
}
export type SharedKind = keyof Texts
export type SharedText<Kind extends SharedKind> = Texts[Kind]

/** Each kind of text that a pair keeps together, by what it holds. */
export const SHARED: { readonly [Kind in SharedKind]: z.ZodType<Texts[Kind]> } = {
  agreement: agreementSchema,
  goal: goalSchema,
  progress: progressSchema,
  page: pageSchema,
}

/** A wording as its readers see it: who wrote it over which one before, and when. */
export type Wording<Kind extends SharedKind> = {
  readonly id: string
  readonly documentId: string
  readonly number: number
  readonly basedOn: number
  readonly authorId: string
  readonly madeAt: string
  readonly text: SharedText<Kind>
}
