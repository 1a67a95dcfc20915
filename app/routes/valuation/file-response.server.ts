/** A file made for the reader, to be kept and not to be cached. */
export function fileResponse(
  name: string,
  { bytes, type }: { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string },
): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
