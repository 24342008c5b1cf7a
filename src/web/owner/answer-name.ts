const NAMES: Readonly<Record<string, string>> = {
  role: 'Role',
  commits: 'Commits for the whole program',
  trainings: 'Attends the live trainings',
  certificate: 'Can bring the certificate',
  manager_informed: 'Manager is informed',
  topics: 'Topics',
  management_track: 'On the way to management',
  mentored_before: 'Mentored before',
  capacity: 'How many people',
  about: 'About themself',
}

/** What an answer of an application is called; one that came later by its own name. */
export function answerName(column: string): string {
  return NAMES[column] ?? `${column.charAt(0).toUpperCase()}${column.slice(1).replaceAll('_', ' ')}`
}
