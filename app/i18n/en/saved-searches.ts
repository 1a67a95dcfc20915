import type { Messages } from '../messages.ts'

export const savedSearches: Messages['savedSearches'] = {
  title: 'Saved searches',
  lead: 'The exchange tells you when a new technology or need matches a search you have saved.',
  empty:
    'You have not saved any search yet. Search the exchange, narrow the results if you like, then save the search to be told of new listings.',
  toSearch: 'Search the exchange',
  kept: (count, allowed) => `${String(count)} of at most ${String(allowed)} searches saved.`,
  question: 'Search',
  name: 'Name',
  nameHelp: 'So that you recognise it in the list and in the letters.',
  frequency: 'Tell me by mail',
  frequencies: { instant: 'At once', daily: 'Daily', weekly: 'Weekly', never: 'No mail' },
  frequencyHelp: {
    instant: 'Within a minute of a listing being published.',
    daily: 'One letter at 7 in the morning (Vietnam time), when there is something new.',
    weekly: 'One letter on Monday at 7 in the morning (Vietnam time), when there is something new.',
    never: 'Only keep the search in the list.',
  },
  states: { active: 'Telling', paused: 'Paused', silent: 'No mail' },
  told: 'Last letter',
  neverTold: 'No letter sent yet',
  created: 'Saved on',
  results: 'Found now',
  resultCount: (shown) => `${shown} ${shown === '1' ? 'result' : 'results'}`,
  resultsUnknown: 'Not counted: the search is busy',
  organisation: 'On behalf of',
  left: (organisation) =>
    `You no longer belong to ${organisation}, so this search sends no mail. You may delete it or save it again.`,
  unconfirmed: 'Your mail address is not confirmed, so no letters are sent. Please confirm it on your account page.',
  toAccount: 'Go to my account',
  open: 'Show results',
  editOne: (name) => `Edit the search “${name}”`,
  pause: 'Pause',
  pauseOne: (name) => `Pause the search “${name}”`,
  resume: 'Resume',
  resumeOne: (name) => `Resume the search “${name}”`,
  remove: 'Delete',
  removeOne: (name) => `Delete the search “${name}”`,
  removeTitle: 'Delete this search',
  removeHelp:
    'The search is taken off your list and sends no more mail. Listings and the letters you have received stay as they are. This cannot be undone.',
  removeSubmit: 'Delete the search',
  fresh: {
    title: 'Save this search',
    lead: 'When a new technology or need matches what is below, the exchange writes to you.',
    submit: 'Save the search',
    nowFound: (total, shown) =>
      total === 0
        ? 'No listing matches at present. The first letter comes when one does.'
        : `${shown} ${total === 1 ? 'listing matches' : 'listings match'} at present. Letters tell only of what is published after you save.`,
    already: 'You have saved this search already. Saving it again replaces its name and how you are told.',
    full: (allowed) =>
      `You have saved ${String(allowed)} searches, which is the most. Please delete one before saving another.`,
    toList: 'Show my saved searches',
    change: 'Change the search',
    forOrganisation: (organisation) => `Saved on behalf of: ${organisation}`,
  },
  edit: {
    title: 'Edit a saved search',
    questionHelp:
      'What is searched for cannot be changed. You may open the results, change the filters and save that as a new search.',
    resumed: 'Letters tell only of what is published after you change how you are told.',
  },
  unsubscribe: {
    title: 'Stop these letters',
    leadOne: (name) => `You will get no more letters about the search “${name}”.`,
    leadMany: (frequency) => `You will get no more “${frequency}” letters about the following saved searches.`,
    kept: 'The search stays on your page of saved searches, where you can switch the letters on again at any time.',
    submit: 'Stop the letters',
    doneTitle: 'The letters have been stopped',
    done: 'The exchange no longer writes to you about these searches.',
    toList: 'Saved searches',
  },
  letter: {
    subjectOne: (title, search) => `New for “${search}”: ${title}`,
    subjectMany: (count, search) => `${count} new listings for “${search}”`,
    subjectSearches: (count, searches) =>
      `${count} new ${count === '1' ? 'listing' : 'listings'} for ${searches} saved searches`,
    lead: {
      instant: 'New listings on the exchange match a search you have saved.',
      daily: 'These are the new listings of the past day that match a search you have saved.',
      weekly: 'These are the new listings of the past week that match a search you have saved.',
    },
    more: (count) => `and ${count} more`,
    all: 'Show all results',
    manage: 'Manage saved searches',
    stopOne: 'Stop letters about this search',
    stopAll: 'Stop these letters',
    why: 'You get this letter because you saved a search on the exchange and asked to be told by mail.',
  },
  refusals: {
    search_limit:
      'You have saved as many searches as are allowed ({allowed}). Please delete one before saving another.',
  },
  notices: {
    search_saved: 'The search has been saved.',
    search_edited: 'The search has been changed.',
    search_paused: 'Paused. The exchange sends no letters for this search until you resume it.',
    search_resumed: 'Resumed. Letters tell of what is published from now on.',
    search_removed: 'The search has been deleted.',
  },
}
