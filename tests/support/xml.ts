/** An element of a document that was read by `parseXml`. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  /** The text directly within it, entities resolved. */
  text: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function resolved(raw: string): string {
  if (/[<]/.test(raw)) throw new Error(`A bare < in ${raw.slice(0, 80)}`)
  return raw.replace(/&([^;]*;?)/g, (_whole, reference: string) => {
    const name = reference.endsWith(';') ? reference.slice(0, -1) : ''
    const code = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name)
    const known = code ? String.fromCodePoint(parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10)) : entities[name]
    if (known === undefined) throw new Error(`An unknown reference: &${reference.slice(0, 20)}`)
    return known
  })
}

/** Reads a document without doctype and comments as strictly as XML 1.0 asks; throws where it is not well-formed. */
export function parseXml(document: string): XmlElement {
  const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(document)
  if (forbidden) throw new Error(`A sign that XML forbids: U+${forbidden[0].charCodeAt(0).toString(16)}`)
  const body = document.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/i, '')
  const open: XmlElement[] = []
  let root: XmlElement | null = null
  const token = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/g
  for (const [whole, closing, name = '', attributes = '', empty, text, stray] of body.matchAll(token)) {
    if (stray !== undefined) throw new Error('A < that opens nothing')
    const parent = open.at(-1)
    if (text !== undefined) {
      if (parent) parent.text += resolved(text)
      else if (text.trim() !== '') throw new Error(`Text outside the document: ${text.slice(0, 40)}`)
      continue
    }
    if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`${whole} closes something else`)
      continue
    }
    const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(
      ([, key = '', value = '']) => [key, resolved(value)] as const,
    )
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`${name} has an attribute twice`)
    const element: XmlElement = { name, attributes: Object.fromEntries(pairs), children: [], text: '' }
    if (parent) parent.children.push(element)
    else if (root) throw new Error('A second root')
    else root = element
    if (empty !== '/') open.push(element)
  }
  if (open.length > 0 || !root) throw new Error('The document ends too early')
  return root
}

/** The children of an element by their name. */
export const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name)

function one(element: XmlElement, name: string): XmlElement {
  const [found, ...others] = all(element, name)
  if (!found || others.length > 0) throw new Error(`${element.name} needs one ${name}`)
  return found
}

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const iri = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i

function checkPerson(person: XmlElement): void {
  if (one(person, 'name').text.trim() === '') throw new Error('A person without a name')
  for (const uri of all(person, 'uri')) if (!iri.test(uri.text)) throw new Error(`uri ${uri.text}`)
}

function checkLinks(links: readonly XmlElement[]): void {
  const alternates = links.filter(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate')
  const keys = alternates.map(({ attributes }) => `${attributes['type'] ?? ''} ${attributes['hreflang'] ?? ''}`)
  if (new Set(keys).size < keys.length) throw new Error('Two alternates of one type and language')
  for (const { attributes } of links) if (!iri.test(attributes['href'] ?? '')) throw new Error('A link without address')
}

function checkCommon(element: XmlElement): void {
  if (!iri.test(one(element, 'id').text)) throw new Error(`id ${one(element, 'id').text}`)
  one(element, 'title')
  if (!rfc3339.test(one(element, 'updated').text)) throw new Error('updated is no time')
  all(element, 'author').forEach(checkPerson)
  checkLinks(all(element, 'link'))
  for (const { attributes } of all(element, 'category'))
    if (!attributes['term']) throw new Error('A category without term')
}

const feedParts = ['author', 'category', 'id', 'link', 'subtitle', 'title', 'updated', 'entry']
const entryParts = ['author', 'category', 'id', 'link', 'published', 'summary', 'title', 'updated']

/** Checks a feed by the rules of RFC 4287, section 4; throws at the first that is broken. */
export function checkAtom(feed: XmlElement): void {
  if (feed.name !== 'feed' || feed.attributes['xmlns'] !== 'http://www.w3.org/2005/Atom')
    throw new Error('No Atom feed')
  checkCommon(feed)
  for (const { name } of feed.children) if (!feedParts.includes(name)) throw new Error(`A feed has no ${name}`)
  if (all(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self').length !== 1)
    throw new Error('No self')
  const entries = all(feed, 'entry')
  for (const entry of entries) {
    checkCommon(entry)
    for (const { name } of entry.children) if (!entryParts.includes(name)) throw new Error(`An entry has no ${name}`)
    if (all(feed, 'author').length === 0 && all(entry, 'author').length === 0) throw new Error('Nobody’s entry')
    if (!all(entry, 'link').some(({ attributes }) => attributes['rel'] === 'alternate')) throw new Error('No page')
    if (all(entry, 'published').length > 1 || all(entry, 'summary').length > 1) throw new Error('Given twice')
  }
  const ids = entries.map((entry) => one(entry, 'id').text)
  if (new Set(ids).size < ids.length) throw new Error('Two entries of one id')
}
