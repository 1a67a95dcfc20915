import { refusalResponse } from '#http'

/** Any address that is not on the map. */
export function loader(): never {
  throw refusalResponse({ code: 'not_found', status: 404 })
}

export default function Nowhere() {
  return null
}
