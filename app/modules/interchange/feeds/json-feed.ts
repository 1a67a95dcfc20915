import { type Feed, isoTime, writable } from './feed.ts'

/** A feed as JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: writable(feed.title),
    home_page_url: feed.page,
    feed_url: feed.self,
    description: writable(feed.subtitle),
    ...(feed.next === null ? {} : { next_url: feed.next }),
    language: feed.language,
    authors: [feed.author],
    items: feed.entries.map(({ id, url, title, summary, language, kind, author, published, updated }) => ({
      id,
      url,
      title: writable(title),
      content_text: writable(summary === '' ? title : summary),
      ...(summary === '' ? {} : { summary: writable(summary) }),
      date_published: isoTime(published),
      date_modified: isoTime(updated),
      tags: [kind.label],
      language,
      ...(author ? { authors: [author] } : {}),
    })),
  })
}
