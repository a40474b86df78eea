import type { Result, ResultTable, Stage } from '../result.ts'
import { resultSheet } from './result-sheet.ts'

/**
 * The result as a page to publish and print: what was counted, who is elected, the result sheet, and every stage in words
 * with each parcel, so that a reader with a pencil can repeat it. One file, no script, no outside address.
 */
export function reportHtml(result: Result): string {
  const title = escaped(result.title || 'Result of the count')
  const body = [
    `<h1>${title}</h1>`,
    facts(result),
    `<h2>Elected</h2>\n<ol>${result.elected.map((name) => `<li>${escaped(name)}</li>`).join('')}</ol>`,
    ...result.notes.map((note) => `<p>${escaped(note)}</p>`),
    '<h2>Result sheet</h2>',
    tableHtml({ ...resultSheet(result), title: 'Votes by stage' }),
    ...result.tables.map(tableHtml),
    '<h2>Stage by stage</h2>',
    ...result.stages.map(stageHtml),
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${body.filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`
}

const style = `:root{color-scheme:light dark;--paper:light-dark(#fdfcf9,#1b1a18);--ink:light-dark(#1c1b19,#eeebe4);--rule:light-dark(#d3cec4,#45423c)}
body{font:1rem/1.5 system-ui,sans-serif;margin:1.5rem auto;max-width:72rem;padding:0 1rem;color:var(--ink);background:var(--paper)}
h1{font-size:1.75rem;line-height:1.2;text-wrap:balance}h2{margin-block-start:2rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem}dt{font-weight:600}dd{margin:0}
.wide{overflow-x:auto}table{border-collapse:collapse;margin:.5rem 0 1.5rem}caption{text-align:start;font-weight:600;padding:.25rem 0}
th,td{padding:.3rem .6rem;border-block-end:1px solid var(--rule);text-align:end;white-space:nowrap}th{font-weight:600}
th:first-child{text-align:start;position:sticky;inset-inline-start:0;background:var(--paper)}td{font-variant-numeric:tabular-nums}
@media (max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-block-end:.5rem}}
@page{size:landscape}@media print{.wide{overflow:visible}table{font-size:.65rem}}`

function facts(result: Result): string {
  const { papers, lots } = result
  const spoiled = Object.entries(papers.spoiledBy).map(([reason, count]) => `${reason} ${count}`)
  const pairs: [string, string][] = [
    ['Rules', `${result.rules} (${result.arithmetic})`],
    ['Places', String(result.places)],
    ['Valid papers', String(papers.valid)],
    [
      'Spoiled papers',
      spoiled.length > 0 ? `${papers.spoiled} (${spoiled.join(', ')})` : String(papers.spoiled),
    ],
  ]
  if (result.quota !== null) pairs.push(['Quota', result.quota])
  if (result.withdrawn.length > 0) pairs.push(['Withdrawn', result.withdrawn.join(', ')])
  if (lots) pairs.push(['Lots', `${lots.source}: ${lots.order.join(', ')}`])
  return `<dl>${pairs.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`
}

function stageHtml(stage: Stage): string {
  const sentences = [
    ...stage.ties.map(
      ({ between, purpose, chosen, decidedBy }) =>
        `Tie between ${between.join(', ')} for ${purpose}: ${chosen}, by ${decidedBy}.`,
    ),
    ...(stage.excluded.length > 0 ? [`Excluded: ${stage.excluded.join(', ')}.`] : []),
    ...(stage.elected.length > 0 ? [`Elected: ${stage.elected.join(', ')}.`] : []),
  ]
  const rows = stage.transfers.flatMap(({ from, value, newValue, to, nonTransferablePapers }) => [
    ...to.map(({ name, papers, votes }) => [from, name, papers, value, newValue, votes]),
    ...(nonTransferablePapers > 0 ? [[from, 'nobody', nonTransferablePapers, value, newValue, '']] : []),
  ])
  const headings = ['From', 'To', 'Papers', 'Value before', 'Value now', 'Votes']
  return [
    `<section><h3>Stage ${stage.n}: ${escaped(stage.action)}</h3>`,
    ...sentences.map((sentence) => `<p>${escaped(sentence)}</p>`),
    rows.length > 0 ? tableHtml({ title: `Papers moved at stage ${stage.n}`, headings, rows }) : '',
    '</section>',
  ].join('\n')
}

function tableHtml({ title, headings, rows }: ResultTable): string {
  const head = headings.map((heading) => `<th scope="col">${escaped(heading)}</th>`).join('')
  const lines = rows.map(([first = '', ...cells]) => {
    const rest = cells.map((cell) => `<td>${escaped(String(cell))}</td>`).join('')
    return `<tr><th scope="row">${escaped(String(first))}</th>${rest}</tr>`
  })
  return `<div class="wide" role="region" tabindex="0" aria-label="${escaped(title)}"><table><caption>${escaped(title)}</caption><thead><tr>${head}</tr></thead><tbody>
${lines.join('\n')}
</tbody></table></div>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
