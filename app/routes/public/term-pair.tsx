import { useMessages } from '#i18n'
import type { Pair } from '#modules/terminology'
import { Foreign } from '#ui'

/** Both sides of a pair in one line, each in its language. */
export function TermPair({ pair: { kind, a, b, language } }: { readonly pair: Omit<Pair, 'field'> }) {
  const words = useMessages().terminology
  if (kind === 'translation')
    return (
      <>
        <Foreign language="en">{a}</Foreign>
        {' – '}
        <Foreign language="vi">{b}</Foreign>
      </>
    )
  return <Foreign language={language ?? 'vi'}>{words.synonyms(a, b)}</Foreign>
}
