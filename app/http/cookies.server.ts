import { config } from '#platform/config'

/** Cookies carry the `__Host-` prefix and `Secure` when the exchange is reached by TLS. */
function plainCookie(name: string) {
  const fullName = () => (config().behindTls ? `__Host-${name}` : name)
  const attributes = () => `; Path=/; HttpOnly; SameSite=Lax${config().behindTls ? '; Secure' : ''}`
  return {
    /** The cookie's value, or null when it is absent or not of the form we give. */
    read(request: Request): string | null {
      const header = request.headers.get('cookie')
      if (!header) return null
      for (const pair of header.split(/;\s*/)) {
        const at = pair.indexOf('=')
        if (pair.slice(0, at) === fullName()) {
          const value = pair.slice(at + 1)
          return /^[A-Za-z0-9_-]{8,200}$/.test(value) ? value : null
        }
      }
      return null
    },
    set: (value: string, maxAgeSeconds: number): string =>
      `${fullName()}=${value}${attributes()}; Max-Age=${String(maxAgeSeconds)}`,
    clear: (): string => `${fullName()}=${attributes()}; Max-Age=0`,
  }
}

/** The id of the session. */
export const sessionCookie = plainCookie('session')
/** The token between password and second factor. */
export const pendingCookie = plainCookie('pending')
