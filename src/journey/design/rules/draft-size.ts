/** Of a program file and of a draft of one, in characters. Policy: far beyond any program, far below what would cost a page its time. */
export const LARGEST_PROGRAM_CHARACTERS = 512 * 1024
