const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host)
}

/** Whether the host of an address is this machine, by its name alone. */
export function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ''))
}
