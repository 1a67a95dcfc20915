import { formats, localPath } from '#i18n'
import { messagesOf } from '#i18n/server'
import type { Language } from '#kernel'
import type { FoundRow } from '#modules/catalogue/server'
import { config } from '#platform/config'
import type { Letter } from '#platform/mail'
import type { TellingFrequency } from './saved-search.ts'

/** What one saved search has to tell. */
export interface Section {
  readonly name: string
  /** The page of all its results, the newest first, without the language. */
  readonly path: string
  /** The first of what is new. */
  readonly rows: readonly FoundRow[]
  /** How much is new, all in all. */
  readonly total: number
  /** The token that stops letters about this search. */
  readonly token: string
}

interface Written {
  readonly to: { readonly name: string; readonly email: string; readonly language: Language }
  readonly frequency: TellingFrequency
  readonly sections: readonly Section[]
  /** The token that stops all letters of this frequency. */
  readonly token: string
}

const folders = { technology: '/technologies/', need: '/needs/' } as const

const plain = (segments: FoundRow['title']): string => segments.map((segment) => segment.text).join('')

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function html(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
}

interface Line {
  readonly title: string
  readonly summary: string
  readonly about: string
  readonly url: string
  readonly language: Language
}

interface Block {
  readonly name: string
  readonly lines: readonly Line[]
  readonly more: string | null
  readonly all: string
  readonly stop: string
}

/** Everything the letter says, before it becomes a text or a page. */
function contentOf({ to, frequency, sections, token }: Written) {
  const { language } = to
  const { savedSearches, messaging, catalogue } = messagesOf(language)
  const words = savedSearches.letter
  const { exchange, origin } = config()
  const format = formats(language)
  const address = (path: string) => origin + localPath(language, path)
  const stopping = (given: string) => address(`/unsubscribe/${given}`)
  const blocks = sections.map(({ name, path, rows, total, token: own }): Block => ({
    name,
    lines: rows.map(({ id, kind, title, snippet, card, language: shown }) => {
      const owner = card.owner ? card.owner.name[language] || card.owner.name.vi : catalogue.row.hiddenOwner
      return {
        title: plain(title),
        summary: plain(snippet),
        about: [catalogue.search.kindOf[kind], owner, format.date(card.publishedAt)].join(' · '),
        url: address(folders[kind] + id),
        language: shown,
      }
    }),
    more: total > rows.length ? words.more(format.number(total - rows.length)) : null,
    all: address(path),
    stop: stopping(own),
  }))
  const count = sections.reduce((sum, { total }) => sum + total, 0)
  const [only] = sections
  const first = only?.rows[0]
  return {
    language,
    subject:
      sections.length > 1 || !only
        ? words.subjectSearches(format.number(count), format.number(sections.length))
        : count === 1 && first
          ? words.subjectOne(plain(first.title), only.name)
          : words.subjectMany(format.number(count), only.name),
    greeting: messaging.letter.greeting(to.name),
    lead: words.lead[frequency],
    blocks,
    closing: [
      messaging.letter.closing,
      exchange.name[language],
      exchange.operator[language],
      `${exchange.email} · ${exchange.phone}`,
    ],
    why: words.why,
    manage: { text: words.manage, url: address('/account/searches') },
    stop: { text: sections.length > 1 ? words.stopAll : words.stopOne, url: stopping(token) },
    words,
  }
}

type Content = ReturnType<typeof contentOf>

function textOf(content: Content): string {
  const { words } = content
  const several = content.blocks.length > 1
  const blocks = content.blocks.map(({ name, lines, more, all, stop }) =>
    [
      name,
      ...lines.map(({ title, summary, about, url }) =>
        [`- ${title}`, ...(summary === '' ? [] : [`  ${summary}`]), `  ${about}`, `  ${url}`].join('\n'),
      ),
      ...(more === null ? [] : [more]),
      `${words.all}:\n${all}`,
      ...(several ? [`${words.stopOne}:\n${stop}`] : []),
    ].join('\n\n'),
  )
  return [
    content.greeting,
    content.lead,
    ...blocks,
    content.closing.join('\n'),
    `${content.why}\n\n${content.manage.text}:\n${content.manage.url}\n\n${content.stop.text}:\n${content.stop.url}`,
  ].join('\n\n')
}

const ink = 'color:#1b2326'
const muted = 'color:#56615f;font-size:14px'
const action = 'color:#0a5c50'

const link = (url: string, text: string, style = action): string =>
  `<a href="${html(url)}" style="${style}">${html(text)}</a>`

function lineOf({ title, summary, about, url, language }: Line, page: Language): string {
  const foreign = language === page ? '' : ` lang="${language}"`
  return [
    '<li style="margin:0 0 16px">',
    `<div${foreign} style="font-size:17px;font-weight:600">${link(url, title)}</div>`,
    ...(summary === '' ? [] : [`<div${foreign}>${html(summary)}</div>`]),
    `<div style="${muted}">${html(about)}</div>`,
    '</li>',
  ].join('\n')
}

function blockOf({ name, lines, more, all, stop }: Block, content: Content): string {
  const { words, language } = content
  const stopping = content.blocks.length > 1 ? ` · ${link(stop, words.stopOne, muted)}` : ''
  return [
    `<h2 style="font-size:18px;margin:28px 0 12px;padding:16px 0 0;border-top:1px solid #d8d6ce">${html(name)}</h2>`,
    `<ul style="list-style:none;margin:0;padding:0">${lines.map((line) => lineOf(line, language)).join('\n')}</ul>`,
    ...(more === null ? [] : [`<p style="${muted}">${html(more)}</p>`]),
    `<p>${link(all, words.all)}${stopping}</p>`,
  ].join('\n')
}

function pageOf(content: Content): string {
  const { language, subject, greeting, lead, blocks, closing, why, manage, stop } = content
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html(subject)}</title></head>`,
    `<body style="margin:0;background:#fbfaf7;${ink};font-family:'Be Vietnam Pro',system-ui,'Segoe UI',Arial,sans-serif;font-size:16px;line-height:1.5">`,
    '<div style="max-width:600px;margin:0 auto;padding:24px 16px">',
    `<p>${html(greeting)}</p>`,
    `<p>${html(lead)}</p>`,
    ...blocks.map((block) => blockOf(block, content)),
    `<p style="margin:28px 0 0;padding:16px 0 0;border-top:1px solid #d8d6ce">${closing.map(html).join('<br>')}</p>`,
    `<p style="${muted}">${html(why)}<br>${link(manage.url, manage.text, muted)} · ${link(stop.url, stop.text, muted)}</p>`,
    '</div>',
    '</body>',
    '</html>',
  ].join('\n')
}

/** The letter that tells a person of what is new for some of their searches; one letter, however many searches. */
export function alertLetter(written: Written): Letter {
  const content = contentOf(written)
  return {
    to: written.to.email,
    subject: content.subject,
    body: textOf(content),
    html: pageOf(content),
    unsubscribe: content.stop.url,
  }
}
