import assert from 'node:assert/strict';
import { Parser } from 'htmlparser2';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../../core/checks/check';
import { latestEdition } from '../../core/form';
import { sendOut } from '../../exchange/convert';
import { previewOf } from '../../server/features/preview';
import { mangledReport } from '../support/mangled';
import { seeded } from '../support/random';
import { read } from '../support/reading';
import { reportIn } from '../support/shapes';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</td></tr></table><iframe src=javascript:alert(1)>',
  '<!--><svg/onload=alert(1)>',
  '&lt;script&gt;',
  '<style>*{display:none}</style>',
  '<a href="command:workbench.action.terminal.new">x</a>',
];

const tags = new Set('article body div h1 h2 h3 head html li mark meta p style table tbody td th thead title tr ul'.split(' '));
const attributes =
  /^(?:class|title|data-range|colspan|rowspan|scope|style|aria-label|data-says|data-field|data-total|lang|charset|name|content)$/;

/** Everything in a page that could do something. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, given) => {
      if (!tags.has(name)) found.push(`<${name}>`);
      // In a title stands text; anything else that leads somewhere is not ours.
      for (const [attribute, value] of Object.entries(given)) {
        const isText = attribute === 'title' || attribute === 'aria-label' || attribute === 'data-says' || attribute === 'content';
        if (!attributes.test(attribute) || (!isText && /javascript:|command:|expression\(|url\(/i.test(value)))
          found.push(`${attribute}=${value}`);
      }
    },
  });
  parser.write(html);
  parser.end();
  return found;
}

/** A report with something hostile in its title, prose, labels, cells and rows. */
function reportWith(poison: string): string {
  const text = reportIn({
    edition: latestEdition,
    year: 2025,
    organ: `平安县水利局${poison}`,
    shape: 'markdown',
    text: ({ index }) => (index % 9 === 0 ? poison : '0'),
  });
  return text
    .replace('一、总体情况', `一、总体情况${poison}`)
    .replace('| 规章 |', `| 规章（${poison}） |`)
    .replace(/(\n\| 行政许可[^\n]*)/, `$1\n| ${poison} | ${poison} |  |  |`)
    .replace('本年度未收取', `${poison}本年度未收取`);
}

describe('what is drawn of a report', () => {
  for (const poison of hostile)
    it(`is text, whatever it says: ${poison}`, async () => {
      const text = reportWith(poison);
      const { html } = previewOf(read(TextDocument.create('file:///a', 'nianbao', 1, text), {}));
      assert.deepEqual(dangers(html), []);
      assert.deepEqual(dangers(new TextDecoder().decode(await sendOut(text, 'html'))), []);
    });

  it('is text in mangled reports as well', () => {
    const random = seeded(17);
    for (let round = 0; round < 60; round++) {
      const lines = mangledReport(random).split('\n');
      for (let times = 0; times < 5; times++) {
        const at = random.below(lines.length);
        lines[at] += random.pick(hostile);
      }
      const reading = read(TextDocument.create('file:///a', 'nianbao', 1, lines.join('\n')), {});
      assert.deepEqual(dangers(previewOf(reading).html), []);
      check(reading.analysis);
    }
  });
});
