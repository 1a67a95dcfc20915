import { useMessages } from '#i18n'

/** What stands in place of a section that its owner keeps confidential. */
export function Closed() {
  const { technologies } = useMessages()
  return <p className="max-w-[75ch] border-l-4 border-edge bg-wash px-3 py-2">{technologies.sheet.closed}</p>
}
