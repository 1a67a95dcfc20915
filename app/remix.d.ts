import '@remix-run/node'

declare module '@remix-run/node' {
  /** What the server hands to each loader and action. */
  interface AppLoadContext {
    readonly nonce: string
    readonly requestId: string
    readonly address: string
  }

  interface Future {
    v3_singleFetch: true
  }
}
