/** A null character or half a letter is in no text of ours, and the database takes neither. */
export function wellFormed(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
