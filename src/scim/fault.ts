/** What a request does wrong, in the words of RFC 7644, 3.12. */
export class ScimFault extends Error {
  override readonly name = 'ScimFault'
  readonly status: 400 | 401 | 404 | 409 | 413 | 500 | 501
  readonly scimType: string | null
  constructor(status: ScimFault['status'], scimType: string | null, detail: string) {
    super(detail)
    this.status = status
    this.scimType = scimType
  }
}
