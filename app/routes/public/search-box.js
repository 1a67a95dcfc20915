/**
 * Makes the search box a combobox: what the words so far may become, and what was searched for lately on this device.
 * It stands by itself and is sent as it is written. Without it the box is a plain form.
 */

/** @typedef {{ text: string, hit: boolean }} Segment */
/** @typedef {{ text: Segment[], path: string | null }} Item */
/** @typedef {{ name: string, items: Item[] }} Group */

const STORE = 'recent-searches'
const MOST_RECENT = 8
const LEAST_LETTERS = 2
const PAUSE = 150

/** @returns {string[]} what was searched for lately, the latest first */
function recent() {
  try {
    /** @type {unknown} */
    const kept = JSON.parse(localStorage.getItem(STORE) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST_RECENT) : []
  } catch {
    return []
  }
}

/** @param {string[]} searches */
function keep(searches) {
  try {
    if (searches.length > 0) localStorage.setItem(STORE, JSON.stringify(searches.slice(0, MOST_RECENT)))
    else localStorage.removeItem(STORE)
  } catch {
    // A browser that keeps nothing still searches.
  }
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {string} [text]
 */
function make(name, attributes, text) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  if (text !== undefined) element.textContent = text
  return element
}

/**
 * @param {HTMLElement} place what holds the box and is as wide as the list
 * @param {HTMLInputElement} box
 * @param {HTMLFormElement} form
 */
function combobox(place, box, form) {
  const words = place.dataset
  const popup = make('div', {
    hidden: '',
    class: 'absolute inset-x-0 top-full z-10 mt-1 rounded-plain border border-edge bg-raised text-ink shadow-lg',
  })
  const list = make('div', {
    id: 'q-list',
    role: 'listbox',
    'aria-label': words['label'] ?? '',
    class: 'max-h-[min(28rem,60vh)] overflow-y-auto py-1',
  })
  const forget = make(
    'button',
    {
      type: 'button',
      class: 'min-h-11 w-full cursor-pointer border-t border-line px-3 text-left text-sm text-action underline',
    },
    words['forget'] ?? '',
  )
  const status = make('p', { role: 'status', class: 'sr-only' })
  popup.append(list, forget)
  box.after(popup)
  place.append(status)

  // A search field may not be a combobox; its own cross would also stand above ours.
  box.type = 'text'
  for (const [key, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', 'q-list'],
    ['autocapitalize', 'none'],
    ['spellcheck', 'false'],
  ])
    box.setAttribute(key ?? '', value ?? '')

  /** @type {Map<string, Group[]>} */
  const known = new Map()
  /** @type {HTMLElement[]} */
  let options = []
  let active = -1
  let composing = false
  let timer = 0
  /** @type {AbortController | null} */
  let asking = null

  function close() {
    clearTimeout(timer)
    asking?.abort()
    popup.hidden = true
    options = []
    choose(-1)
    box.setAttribute('aria-expanded', 'false')
  }

  /** @param {number} next */
  function choose(next) {
    options[active]?.setAttribute('aria-selected', 'false')
    active = next
    const option = options[active]
    if (option) {
      option.setAttribute('aria-selected', 'true')
      box.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else box.removeAttribute('aria-activedescendant')
  }

  /**
   * @param {Group[]} groups
   * @param {boolean} ours whether these are the searches kept on this device
   */
  function show(groups, ours) {
    options = []
    choose(-1)
    list.replaceChildren(
      ...groups.map(({ name, items }, at) => {
        const group = make('div', { role: 'group', 'aria-labelledby': `q-group-${at}` })
        group.append(
          make('div', { id: `q-group-${at}`, role: 'presentation', class: 'px-3 pt-2 pb-1 text-sm text-muted' }, name),
        )
        for (const item of items) group.append(option(item))
        return group
      }),
    )
    forget.hidden = !ours
    popup.hidden = options.length === 0
    box.setAttribute('aria-expanded', String(options.length > 0))
    status.textContent =
      options.length > 0
        ? (words['count'] ?? '').replace('{count}', String(options.length))
        : box.value.trim() === ''
          ? ''
          : (words['none'] ?? '')
  }

  /** @param {Item} item */
  function option({ text, path }) {
    const row = make('div', {
      id: `q-option-${options.length}`,
      role: 'option',
      'aria-selected': 'false',
      class:
        'cursor-pointer px-3 py-1.5 hover:bg-wash aria-selected:bg-action aria-selected:text-on-action [&[aria-selected=true]_mark]:bg-transparent [&[aria-selected=true]_mark]:text-on-action [&[aria-selected=true]_mark]:underline',
    })
    const line = make('span', { class: 'line-clamp-2' })
    for (const { text: part, hit } of text) line.append(hit ? make('mark', {}, part) : part)
    row.append(line)
    row.addEventListener('click', () => take(row, path))
    if (path !== null) row.dataset['path'] = path
    options.push(row)
    return row
  }

  /**
   * @param {HTMLElement} row
   * @param {string | null} path
   */
  function take(row, path) {
    const text = row.textContent
    close()
    if (path !== null) {
      location.assign(path)
      return
    }
    box.value = text
    form.requestSubmit()
  }

  function offerRecent() {
    const searches = recent()
    if (searches.length > 0)
      show(
        [
          {
            name: words['recent'] ?? '',
            items: searches.map((text) => ({ text: [{ text, hit: false }], path: null })),
          },
        ],
        true,
      )
    else close()
  }

  async function offer() {
    const text = box.value.trim().normalize('NFC')
    asking?.abort()
    if (text === '') {
      offerRecent()
      return
    }
    if (text.length < LEAST_LETTERS) {
      close()
      return
    }
    const found = known.get(text)
    if (found) {
      show(found, false)
      return
    }
    const mine = (asking = new AbortController())
    try {
      const answer = await fetch(`${words['suggestions'] ?? ''}?q=${encodeURIComponent(text)}`, { signal: mine.signal })
      if (!answer.ok) return
      /** @type {unknown} */
      const body = await answer.json()
      const { groups } = /** @type {{ groups: Group[] }} */ (body)
      known.set(text, groups)
      // Who is choosing already is not to lose the choice to a late answer.
      if (!mine.signal.aborted && document.activeElement === box && active < 0) show(groups, false)
    } catch {
      // Out of date or out of reach: the search itself still works.
    }
  }

  function soon() {
    clearTimeout(timer)
    timer = window.setTimeout(() => void offer(), PAUSE)
  }

  box.addEventListener('compositionstart', () => {
    composing = true
    clearTimeout(timer)
    asking?.abort()
  })
  box.addEventListener('compositionend', () => {
    composing = false
    soon()
  })
  box.addEventListener('input', () => {
    choose(-1)
    if (!composing) soon()
  })
  box.addEventListener('click', () => {
    if (popup.hidden && !composing) void offer()
  })
  box.addEventListener('keydown', (event) => {
    // Keys that an input method takes for itself are its own (229 in browsers that do not say so).
    if (
      event.isComposing ||
      composing ||
      Reflect.get(event, 'keyCode') === 229 ||
      event.altKey ||
      event.ctrlKey ||
      event.metaKey
    )
      return
    const open = !popup.hidden
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (!open) void offer()
      else choose(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1)
    } else if (event.key === 'Escape') {
      if (open) event.preventDefault()
      close()
    } else if (event.key === 'Enter') {
      const row = open ? options[active] : undefined
      if (!row) return
      event.preventDefault()
      take(row, row.dataset['path'] ?? null)
    }
  })
  // The focus stays in the box while the list is clicked.
  popup.addEventListener('mousedown', (event) => {
    if (event.target !== forget) event.preventDefault()
  })
  forget.addEventListener('click', () => {
    keep([])
    close()
    box.focus()
  })
  place.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && popup.contains(event.relatedTarget))) close()
  })
  form.addEventListener('submit', () => {
    const text = box.value.trim().normalize('NFC')
    if (text !== '') keep([text, ...recent().filter((other) => other !== text)])
    close()
  })
  // A page that comes back by the back button is as it was left, but for the list.
  window.addEventListener('pagehide', close)
}

for (const place of document.querySelectorAll('[data-suggestions]')) {
  const box = place.querySelector('input')
  if (place instanceof HTMLElement && box?.form) combobox(place, box, box.form)
}
