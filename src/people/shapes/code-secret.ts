/** Where the secret of somebody's codes is sealed: the one that counts, or the one that waits for its first code. */
export function codeSecretAt(organisationId: string, personId: string, column: 'sealed_secret' | 'sealed_next') {
  return {
    owner: { organisationId, kind: 'person', id: personId },
    place: { table: 'one_time_code', column, row: personId },
  } as const
}
