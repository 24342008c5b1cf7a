/** Minutes of a coffee chat, which counts in no window and no figure. PRODUCT.md, announce and figures. */
export const CHAT_MINUTES = 30
