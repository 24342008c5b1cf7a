/** Where others see a certificate: nothing in it says whose it is, or of which season. */
export function certificateAddress(site: string, code: string): string {
  return `${site}/certificates/${code}`
}
