/** Where the words of letters are changed. */
export const TEXT = '/desk/letters/text'
