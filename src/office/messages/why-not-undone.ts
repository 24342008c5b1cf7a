const WHY: Readonly<Record<string, string>> = {
  'import-undone': 'This import was taken back already.',
  'import-without-names':
    'Survey answers lose who gave them on the way in, so nobody can say any more which came by this file. They stay.',
  'import-too-large': 'This import changed more than 20,000 rows; of so many nothing is kept to take it back.',
  'import-too-old': 'What is needed to take this import back was deleted 30 days after it.',
  'import-built-upon':
    'Something stands upon this import: a later file of the same kind, a row somebody has changed since, or what was added to one of its people. Take back what came later first, or correct the rows by a new file.',
}

/** Why an import stays, in a sentence of its own. */
export function whyNotUndone(code: string): string {
  return WHY[code] ?? WHY['import-built-upon'] ?? code
}
