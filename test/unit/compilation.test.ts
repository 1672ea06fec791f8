import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { OpenDocument } from '../../core/editing/open-document';
import { editions } from '../../core/form';
import { readReport } from '../../core/report/bind';
import { readReports, split } from '../../core/report/compilation';
import { glance } from '../../core/report/glance';
import { diagnosticsOf } from '../../server/features/diagnostics';
import { symbolsOfAll } from '../../server/features/many';
import { inventReports } from '../support/compilations';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { describeReal, realReports } from '../support/real';
import { reportIn, shapes, textFrom } from '../support/shapes';
import { anyText } from '../support/texts';

const checking = { severities: {}, neighbours: () => ({}) };

/** Everything that is read of a document, with every range. */
function contents(document: OpenDocument): unknown {
  return document.readings(checking).map((reading) => {
    const { report } = reading;
    return [
      report.document.text,
      reading.firstLine,
      report.identity,
      report.edition.edition.id,
      report.chapters,
      report.sections,
      Object.values(report.tables).map(({ table, edition, ...rest }) => ({ id: table.form.id, edition: edition.edition.id, ...rest })),
      diagnosticsOf(reading, true),
    ];
  });
}

describe('many reports in one text', () => {
  for (const shape of shapes)
    it(`are told apart in ${shape}, each as if it stood alone`, () => {
      const reports = inventReports(seeded(shape.length), 6, [shape]);
      const text = reports.join('\n');
      const found = readReports(text);
      assert.deepEqual(
        found.map(({ identity: { organ, year } }) => [organ, year]),
        reports.map((report) => [readReport(report).identity.organ, readReport(report).identity.year]),
      );
      assert.equal(
        split(text)
          .map((part) => part.text)
          .join(''),
        text,
      );
      const line = (at: number) => text.slice(0, at).split('\n').length - 1;
      assert.deepEqual(
        split(text).map(({ firstLine }) => firstLine),
        split(text).map(({ start }) => line(start)),
      );
    });

  it('may have a cover and a list of contents before them, titles over two lines, no date after them', () => {
    const [one, two, three] = inventReports(seeded(4), 3, ['markdown']).map((report) => report.replace(/\n\d{4}年1月20日\n/, '\n'));
    const broken = three.replace(/^(.*?)(\d{4}年)/, '$1\n$2');
    const cover = `平安市政府信息公开工作年度报告汇编\n\n${[one, two, three].map((report) => `${report.split('\n')[0]} …… 3`).join('\n')}\n\n`;
    const found = readReports(cover + [one, two, broken].join('\n')).filter(({ isReport }) => isReport);
    assert.deepEqual(
      found.map(({ identity }) => identity.organ),
      [one, two, three].map((report) => readReport(report).identity.organ),
    );
  });

  it('are one where a title is repeated on every page, or a chapter stands twice', () => {
    const [report] = inventReports(seeded(5), 1, ['markdown']);
    const title = report.split('\n')[0];
    assert.equal(split(report.replaceAll('\n三、', `\n${title}\n三、`).replaceAll('\n五、', `\n${title}\n五、`)).length, 1);
    assert.equal(split(report.replace('二、主动', '一、总体情况\n\n二、主动')).length, 1);
  });

  it('are one in every single report of every shape', () => {
    for (const edition of editions)
      for (const shape of shapes) {
        const text = reportIn({
          edition,
          year: edition.edition.years[0],
          organ: '平安县水利局',
          shape,
          text: textFrom(inventFigures(seeded(1), edition)),
        });
        assert.equal(split(text).length, 1, shape);
      }
  });

  it('stand in the outline, each with its own', () => {
    const document = new OpenDocument('file:///all', 'nianbao', 1, inventReports(seeded(6), 3, ['markdown']).join('\n'));
    const outline = symbolsOfAll(document.readings(checking));
    assert.deepEqual(
      outline.map(({ name, children }) => [name.length > 0, children?.length]),
      [
        [true, 6],
        [true, 6],
        [true, 6],
      ],
    );
  });
});

describe('a report longer than any', () => {
  it('leaves the one after it in its place', () => {
    const [first, second] = inventReports(seeded(7), 2, ['markdown']);
    const padded = first.replace('\n', `\n${`${'字'.repeat(998)}。\r\n`.repeat(5000)}`);
    const [, { document, isReport }] = readReports(padded + second);
    assert.ok(isReport);
    assert.equal(document.text, second);
    assert.equal(split(padded + second)[1].firstLine, padded.split('\n').length - 1);
  });
});

describeReal('many published reports in one text @slow', () => {
  it('are told apart, and one is one', () => {
    const reports = [...realReports().values()];
    for (const report of reports) assert.equal(split(report).length, 1);
    assert.equal(readReports(reports.join('\n')).length, reports.length);
  });
});

describe('who reports on which year, at a glance', () => {
  it('is what reading the whole text says', () => {
    const said = (text: string) => {
      const { organ, year } = readReport(text).identity;
      return { organ, year };
    };
    const random = seeded(9);
    for (const text of [...inventReports(random, 60), ...realReports().values()]) {
      const lines = text.split('\n');
      if (random.chance(0.5)) lines.splice(random.below(lines.length), 1 + random.below(3));
      const { organ, year } = glance(lines.join('\n'));
      assert.deepEqual({ organ, year }, said(lines.join('\n')));
    }
    fc.assert(
      fc.property(anyText, (text) => {
        const { organ, year } = glance(text);
        assert.deepEqual({ organ, year }, said(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a document that is edited', () => {
  /** An edit at a place of a document: what goes, what comes. */
  const edit = fc.record({
    at: fc.nat(1_000_000).map((share) => share / 1_000_000),
    length: fc.oneof({ weight: 6, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(6000) }),
    text: fc.oneof(
      fc.constantFrom(
        '',
        '0',
        '1',
        '\n',
        '\r\n',
        '\r',
        '|',
        '\t',
        '# ',
        '一、总体情况\n',
        '六、其他需要报告的事项\n',
        '<!--',
        '-->',
        '报告',
        '。',
      ),
      fc.constant('\n长宁县统计局2021年政府信息公开工作年度报告\n\n一、总体情况\n'),
      anyText,
    ),
  });

  for (const shape of shapes)
    it(`reads after an edit as a new one reads, in ${shape} and mixed with others @slow`, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.nat(1000), (edits, seed) => {
          const random = seeded(seed);
          const start = inventReports(random, 1 + random.below(4), random.chance(0.5) ? [shape] : shapes).join(
            random.pick(['\n', '\n\n\n', '']),
          );
          const eol = random.pick(['\n', '\n', '\r\n']);
          let whole = TextDocument.create('file:///a', 'nianbao', 0, start.replaceAll('\n', eol));
          let edited = new OpenDocument('file:///a', 'nianbao', 0, whole.getText());
          for (const { at, length, text } of edits) {
            const from = Math.floor(at * whole.getText().length);
            const range = { start: whole.positionAt(from), end: whole.positionAt(from + length) };
            contents(edited);
            edited = OpenDocument.configuration.update(edited, [{ range, text }], edited.version + 1);
            whole = TextDocument.update(whole, [{ range, text }], whole.version + 1);
            assert.equal(edited.getText(), whole.getText());
            assert.deepEqual(contents(edited), contents(new OpenDocument('file:///a', 'nianbao', 0, whole.getText())));
          }
        }),
        { numRuns: 12 },
      );
    });

  it('finds every place where the protocol finds it', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), fc.nat(400), fc.nat(60), (pieces, line, character) => {
        const text = pieces.join(inventReports(seeded(line), 2, ['markdown']).join('\n'));
        const whole = TextDocument.create('file:///a', 'nianbao', 0, text);
        const document = new OpenDocument('file:///a', 'nianbao', 0, text);
        const position: Position = { line: Math.min(line, whole.lineCount - 1), character };
        const reading = document.readingAt(position, checking);
        const before = text.indexOf(reading.report.document.text, Math.max(0, whole.offsetAt({ line: reading.firstLine, character: 0 })));
        assert.equal(before + reading.document.offsetAt(position), whole.offsetAt(position));
      }),
      { numRuns: 100 },
    );
  });

  it('reads only what was edited', () => {
    const reports = inventReports(seeded(8), 40, ['markdown']);
    const document = new OpenDocument('file:///a', 'nianbao', 0, reports.join('\n'));
    const before = document.readings(checking);
    const line = before[20].firstLine + 4;
    const lineOfLast = before[39].firstLine;
    document.change({ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: '新的一段。\n' });
    const after = document.readings(checking);
    assert.deepEqual(
      after.flatMap((reading, index) => (reading === before[index] ? [] : [index])),
      [20],
    );
    assert.equal(after[39].firstLine, lineOfLast + 1, 'a report after the edit moves with it');
  });
});
