const BAR_WIDTH = 24

/** A bar that is drawn over itself at a terminal, and a plain line for each step anywhere else. */
export function showProgress(to: { readonly isTTY?: boolean; readonly write: (text: string) => unknown }) {
  return (share: number, doing: string): void => {
    if (!to.isTTY) return void (share < 1 && to.write(`${doing} ...\n`))
    const full = Math.round(share * BAR_WIDTH)
    const bar = `[${'#'.repeat(full)}${'.'.repeat(BAR_WIDTH - full)}]`
    to.write(`\r\u001b[K${share < 1 ? `${bar} ${doing}` : ''}`)
  }
}
