import { evaluate } from './evaluate.ts'

/** Prints how well the formula does on the labelled set: `npm run matching:eval`, with `--wrong` for each wrong verdict. */
const figures = evaluate()
const share = (value: number): string => value.toFixed(3)
const lines = [
  `needs            ${String(figures.needs.length)} with an answer`,
  `nDCG@10          ${share(figures.ndcg)}`,
  `recall@10        ${share(figures.recall)}`,
  `precision@3      ${share(figures.precision)}`,
  `kept             ${share(figures.kept)} of the technologies graded 2 or 3`,
  `strange          ${share(figures.strange)} of those graded 0`,
  `verdicts         ${String(figures.verdicts)}, right ${share(figures.right)}, misled ${share(figures.misled)}`,
  `one need         ${figures.medianMs.toFixed(1)} ms for all technologies`,
  '',
  'the needs that do worst',
  ...[...figures.needs]
    .sort((a, b) => a.ndcg - b.ndcg)
    .slice(0, 10)
    .map(({ key, ndcg, first }) => `  ${share(ndcg)}  ${key}: ${first.join(', ')}`),
]
if (process.argv.includes('--wrong'))
  for (const { need, technology, criterion, labelled, found, sentence } of figures.wrong)
    lines.push(`${labelled}→${found}  ${need} × ${technology}: ${criterion}`, `       ${sentence}`)
process.stdout.write(`${lines.join('\n')}\n`)
