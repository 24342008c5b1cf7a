/** What a person may wear; one person may wear several (PRODUCT.md, words). */
export const HATS = ['coordinator', 'reviewer', 'people-team', 'manager', 'owner', 'auditor', 'named-contact'] as const
export type Hat = (typeof HATS)[number]
