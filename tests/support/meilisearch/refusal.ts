const statuses: Readonly<Record<string, number>> = {
  missing_authorization_header: 401,
  invalid_api_key: 403,
  document_not_found: 404,
  index_not_found: 404,
  task_not_found: 404,
  not_found: 404,
  index_already_exists: 409,
  payload_too_large: 413,
  missing_content_type: 415,
  invalid_content_type: 415,
  internal: 500,
  too_many_search_requests: 503,
}

function typeOf(code: string, status: number): string {
  if (status === 401 || status === 403) return 'auth'
  if (code === 'too_many_search_requests') return 'system'
  return status >= 500 ? 'internal' : 'invalid_request'
}

/** An error as Meilisearch answers it (reference/errors/overview). */
export class Refusal extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string) {
    super(message)
    this.code = code
    this.status = statuses[code] ?? 400
  }

  get body() {
    const { code, message, status } = this
    return { message, code, type: typeOf(code, status), link: `https://docs.meilisearch.com/errors#${code}` }
  }
}
