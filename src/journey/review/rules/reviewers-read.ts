import type { Asked } from '../../../model/program.ts'

/** Whether whoever applies was told that reviewers read this answer. Policy: the program file's `readBy`, as the form shows it. */
export function isReadByReviewers(question: Pick<Asked, 'readBy'>): boolean {
  return /\breviewers?\b/i.test(question.readBy)
}
