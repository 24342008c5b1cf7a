/** Where the secret of an issuer stands: it is sealed for the organisation, and opens nowhere else. */
export function issuerSecretPlace(issuerId: string) {
  return { table: 'issuer', column: 'sealed_secret', row: issuerId } as const
}

/** Where the provider's answers come back; the provider is told this address. */
export function returnAddress(publicUrl: string, number: number): string {
  return `${publicUrl}/sign-in/from/${number}`
}
