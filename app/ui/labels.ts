import { Children, isValidElement, type ReactNode } from 'react'

interface Labelled {
  readonly field?: unknown
  readonly label?: unknown
  readonly children?: ReactNode
}

function nameOf(field: unknown): string | null {
  if (typeof field !== 'object' || field === null) return null
  // Not asked by `in`: what forms hold of a field only answers when it is read.
  const { name } = field as { readonly name?: unknown }
  return typeof name === 'string' ? name : null
}

/** The words of a label, those only heard among them. */
function wordsOf(label: unknown): string {
  if (typeof label === 'string' || typeof label === 'number') return String(label)
  if (Array.isArray(label)) return label.map(wordsOf).join('')
  return isValidElement<Labelled>(label) ? wordsOf(label.props.children) : ''
}

/**
 * The labels of the fields in a form, by name and in the order of the form, as far as they stand in it directly: what
 * the summary of errors, which is rendered before them, calls them.
 */
export function labelsIn(children: ReactNode, found = new Map<string, string>()): ReadonlyMap<string, string> {
  Children.forEach(children, (child) => {
    if (!isValidElement<Labelled>(child)) return
    const { field, label, children: inner } = child.props
    const name = nameOf(field)
    const words = wordsOf(label)
    if (name !== null && words !== '') found.set(name, words)
    if (inner !== undefined && typeof inner !== 'function') labelsIn(inner, found)
  })
  return found
}
