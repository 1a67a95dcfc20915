import { type Feed, type FeedEntry, isoTime, writable } from './feed.ts'

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const text = (raw: string): string => writable(raw).replace(/[&<>]/g, (sign) => signs[sign] ?? '')
const attribute = (raw: string): string => writable(raw).replace(/[&<>"\t\n\r]/g, (sign) => signs[sign] ?? '')

function link(rel: string, href: string, type?: string): string {
  return `<link rel="${rel}"${type === undefined ? '' : ` type="${type}"`} href="${attribute(href)}"/>`
}

function person(author: { readonly name: string; readonly url: string }): string {
  return `<author><name>${text(author.name)}</name><uri>${text(author.url)}</uri></author>`
}

function entry(feed: Feed, { id, url, title, summary, language, kind, author, published, updated }: FeedEntry): string {
  return [
    `<entry${language === feed.language ? '' : ` xml:lang="${language}"`}>`,
    `<id>${text(id)}</id>`,
    `<title>${text(title)}</title>`,
    link('alternate', url, 'text/html'),
    `<published>${isoTime(published)}</published>`,
    `<updated>${isoTime(updated)}</updated>`,
    ...(author ? [person(author)] : []),
    `<category term="${attribute(kind.term)}" label="${attribute(kind.label)}"/>`,
    ...(summary === '' ? [] : [`<summary>${text(summary)}</summary>`]),
    '</entry>',
  ].join('\n')
}

/** A feed as Atom (RFC 4287), its pages by RFC 5005. */
export function atomFeed(feed: Feed): string {
  const type = 'application/atom+xml'
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    `<id>${text(feed.id)}</id>`,
    `<title>${text(feed.title)}</title>`,
    `<subtitle>${text(feed.subtitle)}</subtitle>`,
    `<updated>${isoTime(feed.updated)}</updated>`,
    person(feed.author),
    link('self', feed.self, type),
    link('alternate', feed.page, 'text/html'),
    link('first', feed.first, type),
    ...(feed.previous === null ? [] : [link('previous', feed.previous, type)]),
    ...(feed.next === null ? [] : [link('next', feed.next, type)]),
    ...feed.entries.map((one) => entry(feed, one)),
    '</feed>',
    '',
  ].join('\n')
}
