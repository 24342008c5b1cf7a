const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host)
}

/** Whether the host of an address is this machine, by its name alone. */
export function isLoopbackUrl(url: string): boolean {
  const host = /^[a-z]+:\/\/(?:[^/?#\\]*@)?(\[[^\]]*\]|[^:/?#\\]*)(?=[:/?#]|$)/i.exec(url)?.[1]
  return host !== undefined && isLoopback(host.toLowerCase().replace(/^\[|\]$/g, ''))
}
