/** The headers of a file that a browser keeps, under a name; nothing on the way stores it. */
export function asDownload(type: string, name: string): Record<string, string> {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  }
}
