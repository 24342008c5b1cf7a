/** Where the code of a certificate’s link is sealed. */
export function certificateAt(id: string) {
  return { table: 'shown_certificate', column: 'sealed', row: id } as const
}
