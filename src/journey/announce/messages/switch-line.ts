/** The last line of a letter that was not asked for: how to turn letters like it off, or that the program needs it. */
export function switchLine(offLink: string | null, choices: string): string {
  return offLink
    ? `Letters like this can stay on your page, without an e-mail: ${offLink}`
    : `It comes by e-mail whatever you have chosen, because the program needs it. What you can choose: ${choices}`
}
