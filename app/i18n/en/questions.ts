import type { Messages } from '../messages.ts'

export const questions: Messages['questions'] = {
  everything: 'All listings',
  quoted: (text) => `“${text}”`,
  exact: 'exactly as typed',
  trl: 'TRL',
  price: 'Price or budget',
  range: {
    from: (from) => `from ${from}`,
    to: (to) => `up to ${to}`,
    both: (from, to) => `${from} – ${to}`,
  },
}
