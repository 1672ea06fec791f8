import assert from 'node:assert/strict';
import fc from 'fast-check';
import { latestEdition, type TableId } from '../../core/form';
import { readReport } from '../../core/report/bind';
import { applyEdits } from '../../core/text/edit';
import { cellsOfText } from '../../core/writing/paste/clipboard';
import { type Pasting, pasting } from '../../core/writing/paste/pasting';
import { newReport } from '../../core/writing/renewal';
import { readWebPage } from '../../exchange/html/read-page';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { valuesOf } from '../support/reading';
import { reportIn, type Shape, shapes, tableIn, textFrom } from '../support/shapes';

const blank = newReport({ organ: '平安县水利局', year: 2025 }).join('\n');
const figures = inventFigures(seeded(7), latestEdition, 0.6);
const filledText = (shape: Shape = 'markdown') =>
  reportIn({ edition: latestEdition, year: 2025, organ: '平安县水利局', shape, text: textFrom(figures) });

/** Pastes with the cursor in a field's cell; the cursor selects what is there, as Tab does. */
function pasteAt(text: string, field: string, clipboard: string, html?: string): Pasting {
  const report = readReport(text);
  const cell = Object.values(report.tables)
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .find((each) => each.field.id === field);
  assert.ok(cell, `the text has a cell for ${field}`);
  return pasting(
    report,
    { start: cell.start, end: cell.end },
    { text: clipboard, passages: html === undefined ? undefined : passagesOf(html) },
  );
}

function passagesOf(html: string) {
  return readWebPage(html).passages.map(({ passage }) => passage);
}

/** What changes in the report's fields, as `field=text`. */
function changes(text: string, pasted: Pasting): string[] {
  const before = texts(text);
  const after = applyEdits(text, editsOf(pasted));
  assert.equal(after.split('\n').length, text.split('\n').length, 'no row is broken');
  return [...texts(after)].flatMap(([id, value]) => (before.get(id) === value ? [] : [`${id}=${value}`]));
}

function texts(text: string): Map<string, string> {
  const { document, tables } = readReport(text);
  const cells = Object.values(tables).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return new Map(cells.map(({ field, start, end }) => [field.id, document.text.slice(start, end)]));
}

function editsOf(pasted: Pasting) {
  assert.ok('edits' in pasted, JSON.stringify(pasted));
  return pasted.edits;
}

const saidBy = (pasted: Pasting) => ('said' in pasted ? pasted.said.join(' ') : '');

describe('pasting into a table', () => {
  it('puts one cell into the cell at the cursor, without Excel’s line break', () => {
    assert.deepEqual(changes(blank, pasteAt(blank, 'requests.new.natural', '5\r\n')), ['requests.new.natural=5']);
  });

  it('replaces the cell’s figure with a figure, and keeps money and units as they are', () => {
    const text = filledText();
    assert.deepEqual(changes(text, pasteAt(text, 'proactive.fees.amount', '330.9\n')), ['proactive.fees.amount=330.9']);
    assert.deepEqual(changes(blank, pasteAt(blank, 'requests.new.natural', '5件')), ['requests.new.natural=5件']);
  });

  it('fills a row from the cursor on', () => {
    assert.deepEqual(changes(blank, pasteAt(blank, 'requests.granted.natural', '3\t2\t0\t1\r\n')), [
      'requests.granted.natural=3',
      'requests.granted.business=2',
      'requests.granted.research=0',
      'requests.granted.nonprofit=1',
    ]);
  });

  it('fills a column and a block row by row of the form', () => {
    assert.deepEqual(changes(blank, pasteAt(blank, 'requests.new.total', '7\n1\n5')), [
      'requests.new.total=7',
      'requests.carriedIn.total=1',
      'requests.granted.total=5',
    ]);
    assert.deepEqual(changes(blank, pasteAt(blank, 'requests.refused.inquiry.other', '1\t2\n3\t4\n')), [
      'requests.refused.inquiry.other=1',
      'requests.refused.inquiry.total=2',
      'requests.unavailable.notHeld.other=3',
      'requests.unavailable.notHeld.total=4',
    ]);
  });

  it('fills the rows of different width of chapter two', () => {
    assert.deepEqual(changes(blank, pasteAt(blank, 'proactive.normative.issued', '4\t1\t20\n12\n3\n0\n58.6')), [
      'proactive.normative.issued=4',
      'proactive.normative.repealed=1',
      'proactive.normative.effective=20',
      'proactive.licensing.decisions=12',
      'proactive.penalty.decisions=3',
      'proactive.coercion.decisions=0',
      'proactive.fees.amount=58.6',
    ]);
  });

  it('takes an empty cell of the block as empty', () => {
    const text = filledText();
    const [first, second] = changes(text, pasteAt(text, 'requests.new.natural', '901\t\t902\n'));
    assert.equal(first, 'requests.new.natural=901');
    assert.equal(second, figures.get('requests.new.business') === undefined ? undefined : 'requests.new.business=');
  });

  it('recognises labels that were copied along: they say which row and column is meant', () => {
    const rows = '一、本年新收政府信息公开申请数量\t\t\t7\t2\t0\t0\t0\t0\t9\n二、上年结转政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t0\t1\n';
    const expected = ['requests.new.natural=7', 'requests.new.business=2', 'requests.new.total=9'];
    const found = changes(blank, pasteAt(blank, 'requests.granted.natural', rows));
    for (const each of expected) assert.ok(found.includes(each), found.join());
    assert.ok(found.includes('requests.carriedIn.total=1'));
    assert.equal(found.length, 14);
    const headed = '商业企业\t科研机构\n3\t4\n5\t6\n';
    assert.deepEqual(changes(blank, pasteAt(blank, 'requests.new.natural', headed)), [
      'requests.new.business=3',
      'requests.new.research=4',
      'requests.carriedIn.business=5',
      'requests.carriedIn.research=6',
    ]);
  });

  it('passes over labels that no form has, and headings of a single column', () => {
    assert.deepEqual(changes(blank, pasteAt(blank, 'requests.new.natural', '新收件\t7\n结转件\t1\n')), [
      'requests.new.natural=7',
      'requests.carriedIn.natural=1',
    ]);
    assert.deepEqual(changes(blank, pasteAt(blank, 'requests.new.total', '总计\n7\n1\n')), [
      'requests.new.total=7',
      'requests.carriedIn.total=1',
    ]);
  });

  it('says what does not fit, and writes nothing outside the table', () => {
    const wide = pasteAt(blank, 'requests.new.other', '1\t2\t3\t4');
    assert.deepEqual(changes(blank, wide), ['requests.new.other=1', 'requests.new.total=2']);
    assert.match(saidBy(wide), /no cell for 2 of the figures.*: 3, 4\./);
    const long = pasteAt(blank, 'requests.handled.natural', '1\n2\n3\n');
    assert.deepEqual(changes(blank, long), ['requests.handled.natural=1', 'requests.carriedOut.natural=2']);
    assert.match(saidBy(long), /no cell for 1 of the figures.*: 3\./);
    const odd = pasteAt(blank, 'requests.new.natural', '1\t见附件\n2\t3\n');
    assert.deepEqual(changes(blank, odd), ['requests.new.natural=1', 'requests.carriedIn.natural=2', 'requests.carriedIn.business=3']);
    assert.match(saidBy(odd), /1 of the cells hold no figure.*: 见附件\./);
  });

  it('pastes nothing into the table that another table’s labels belong to', () => {
    const pasted = pasteAt(blank, 'requests.new.natural', '行政处罚\t5\n行政强制\t6\n');
    assert.equal(pasted.kind, 'nothing');
    assert.match(saidBy(pasted), /二、主动公开政府信息情况/);
  });

  it('breaks no row with text of several lines, and none with a pipe', () => {
    const pasted = pasteAt(blank, 'requests.new.natural', '第一行文字。\n第二行文字。');
    assert.equal(pasted.kind, 'nothing');
    assert.deepEqual(pasteAt(blank, 'requests.new.natural', '见附件|1\n'), { kind: 'text', text: '见附件¦1' });
  });

  it('asks for the cursor in a cell where it stands in a label', () => {
    const report = readReport(blank);
    const at = blank.indexOf('一、本年新收') + 3;
    const pasted = pasting(report, { start: at, end: at }, { text: '1\t2\n3\t4', passages: undefined });
    assert.equal(pasted.kind, 'nothing');
    assert.match(saidBy(pasted), /cell of a figure/);
  });

  it('changes nothing where the clipboard is empty, and empties a cell with an empty one', () => {
    const text = filledText();
    assert.deepEqual(pasteAt(text, 'requests.new.total', ''), { kind: 'nothing', said: [] });
    assert.deepEqual(changes(text, pasteAt(text, 'requests.new.total', '\r\n')), ['requests.new.total=']);
  });

  it('puts no row of another table among those of this one', () => {
    const pasted = pasteAt(blank, 'requests.new.natural', '行政处罚\t5\n一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n');
    assert.ok(changes(blank, pasted).every((each) => each.startsWith('requests.new.')));
    assert.match(saidBy(pasted), /no cell for 1 of the figures.*: 5\./);
  });

  it('writes a row that is there twice once, and says so', () => {
    const pasted = pasteAt(blank, 'requests.new.natural', '一、本年新收政府信息公开申请数量\t1\n一、本年新收政府信息公开申请数量\t3\n');
    assert.deepEqual(changes(blank, pasted), ['requests.new.natural=1']);
    assert.match(saidBy(pasted), /: 3\./);
  });

  it('takes no text with digits for a label', () => {
    const pasted = pasteAt(blank, 'requests.new.natural', '约5\t6\n12%\t7\n');
    assert.deepEqual(changes(blank, pasted), ['requests.new.business=6', 'requests.carriedIn.business=7']);
    assert.match(saidBy(pasted), /2 of the cells hold no figure.*: 约5, 12%\./);
  });

  it('keeps the unit after a figure for a bare one, and no white space within', () => {
    const text = blank.replace(/(一、本年新收政府信息公开申请数量 \| {2}\| {2}\|) {2}\|/, '$1 0件 |');
    assert.deepEqual(changes(text, pasteAt(text, 'requests.new.natural', '60\n')), ['requests.new.natural=60件']);
    assert.deepEqual(changes(text, pasteAt(text, 'requests.new.natural', '60 件\n')), ['requests.new.natural=60件']);
  });

  it('puts a figure with its unit over the figure that Tab selects, once', () => {
    const text = blank.replace(/(一、本年新收政府信息公开申请数量 \| {2}\| {2}\|) {2}\|/, '$1 0件 |');
    const at = text.indexOf('0件');
    const pasted = pasting(readReport(text), { start: at, end: at + 1 }, { text: '60件\n', passages: undefined });
    assert.deepEqual(changes(text, pasted), ['requests.new.natural=60件']);
  });

  it('moves no figure in rows that white space separates', () => {
    for (const shape of ['printed', 'lines'] as const) {
      const text = filledText(shape);
      assert.equal(pasteAt(text, 'requests.new.natural', '\r\n').kind, 'nothing');
      for (const figure of ['12345 件', '12345件']) {
        const found = changes(text, pasteAt(text, 'requests.new.natural', figure));
        assert.ok(found.length === 1 && found[0].startsWith('requests.new.natural=12345'), `${shape} ${figure} ${found.join()}`);
      }
    }
  });

  it('deletes no label for an empty cell', () => {
    const at = blank.indexOf('一、本年新收');
    const pasted = pasting(readReport(blank), { start: at, end: at + 6 }, { text: '\r\n', passages: undefined });
    assert.equal(pasted.kind, 'nothing');
  });

  it('lets a figure take the place of an empty cell in a row that is there twice', () => {
    const rows = '一、本年新收政府信息公开申请数量\t\t2\n一、本年新收政府信息公开申请数量\t3\t\n';
    assert.deepEqual(changes(blank, pasteAt(blank, 'requests.new.natural', rows)), ['requests.new.natural=3', 'requests.new.business=2']);
  });

  it('needs no cell where every row says by its label which is meant', () => {
    const report = readReport(blank);
    const at = blank.indexOf('二、上年结转') + 2;
    const rows = '二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n';
    const pasted = pasting(report, { start: at, end: at }, { text: rows, passages: undefined });
    assert.equal(changes(blank, pasted).length, 7);
  });

  it('puts no figure of a cell into a label', () => {
    const report = readReport(blank);
    const at = blank.indexOf('二、上年结转') + 2;
    assert.equal(pasting(report, { start: at, end: at }, { text: '5\r\n', passages: undefined }).kind, 'nothing');
    assert.deepEqual(pasting(report, { start: at, end: at }, { text: '5', passages: undefined }), { kind: 'text', text: '5' });
  });

  for (const shape of shapes)
    it(`law: in ${shape} a block changes just the cells from the cursor on`, () => {
      const text = filledText(shape);
      const { requests } = readReport(text).tables;
      assert.ok(requests);
      for (let seed = 1; seed <= 12; seed++) {
        const random = seeded(seed);
        const [row, column] = [random.below(20), random.below(5)];
        const block = [0, 1].map(() => [0, 1].map(() => String(1000 + random.below(9000))));
        const field = requests.table.rows[row].fields[column];
        const expected: string[] = block.flatMap((cells, down): string[] =>
          cells.map((value, right) => `${requests.table.rows[row + down].fields[column + right].id}=${value}`),
        );
        const pasted = pasteAt(text, field.id, block.map((cells) => cells.join('\t')).join('\r\n'));
        assert.deepEqual(changes(text, pasted), expected);
        const sorted = [...editsOf(pasted)].sort((a, b) => a.start - b.start);
        assert.ok(sorted.every(({ end }, index) => index + 1 === sorted.length || end <= sorted[index + 1].start));
        const emptied = pasteAt(text, field.id, '7001\t\t7002\r\n');
        const moved = changes(text, emptied).filter((each) => !each.endsWith('='));
        assert.ok(
          moved.every((each) => /=700[12]$/.test(each)),
          moved.join(),
        );
      }
    });

  it('reads the cells of HTML where the plain text has a line a cell', () => {
    const html = '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>';
    assert.deepEqual(changes(blank, pasteAt(blank, 'requests.new.natural', '1\n2\n3\n4\n', html)), [
      'requests.new.natural=1',
      'requests.new.business=2',
      'requests.carriedIn.natural=3',
      'requests.carriedIn.business=4',
    ]);
  });

  it('fills tables of other shapes where their cells stand', () => {
    const text = filledText('tab-cells');
    assert.deepEqual(changes(text, pasteAt(text, 'requests.new.natural', '901\t902\n')), [
      'requests.new.natural=901',
      'requests.new.business=902',
    ]);
  });

  it('law: a block of figures within the table changes just the cells from the cursor on', () => {
    const table = latestEdition.tables.requests;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 24 }),
        fc.integer({ min: 0, max: 6 }),
        fc.array(fc.array(fc.integer({ min: 1000, max: 9999 }), { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 25 }),
        fc.constantFrom('\n', '\r\n'),
        (row, column, block, eol) => {
          const text = block.map((cells) => cells.join('\t')).join(eol) + eol;
          const found = changes(blank, pasteAt(blank, table.rows[row].fields[column].id, text));
          const expected: string[] = block.flatMap((cells, down): string[] =>
            cells.flatMap((value, right) => {
              const field = table.rows[row + down]?.fields[column + right];
              return field ? [`${field.id}=${value}`] : [];
            }),
          );
          assert.deepEqual(found, expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('pasting whole tables of the form', () => {
  const clipboardOf = (id: TableId) => tableIn('tab-rows', latestEdition.tables[id], textFrom(figures)).join('\r\n');

  for (const id of ['proactive', 'requests', 'disputes'] as const)
    it(`puts the table ${id} in place of the blank one, wherever in the report the cursor is`, () => {
      for (const field of ['proactive.rules.issued', 'requests.new.natural', 'disputes.litigationAfter.total']) {
        const pasted = pasteAt(blank, field, clipboardOf(id));
        assert.equal(pasted.kind, 'tables', saidBy(pasted));
        const text = applyEdits(blank, editsOf(pasted));
        const values = valuesOf(readReport(text));
        for (const { id: own } of latestEdition.tables[id].fields) assert.equal(values.get(own), figures.get(own), own);
        assert.equal(text.split('\n').filter((line) => /^\| *---/.test(line)).length, 3, 'no second table');
      }
    });

  it('replaces a filled table only where the cursor is in its chapter', () => {
    const text = filledText();
    const afar = pasteAt(text, 'proactive.rules.issued', clipboardOf('disputes'));
    assert.equal(afar.kind, 'nothing');
    assert.match(saidBy(afar), /四、政府信息公开行政复议、行政诉讼情况.*filled in already/);
    assert.equal(pasteAt(text, 'disputes.reconsideration.upheld', clipboardOf('disputes')).kind, 'tables');
  });

  it('keeps text that stands between the rows', () => {
    const text = blank.replace(/(\| 二、上年结转)/, '<!-- 请核对 -->\n$1');
    assert.equal(pasteAt(text, 'requests.new.natural', clipboardOf('requests')).kind, 'nothing');
  });

  it('inserts a table that the report lacks where it belongs', () => {
    const lines = blank.split('\n');
    const start = lines.findIndex((line) => line.startsWith('## 四、'));
    const without = [...lines.slice(0, start), ...lines.slice(lines.findIndex((line) => line.startsWith('## 五、')))].join('\n');
    const pasted = pasteAt(without, 'requests.new.natural', clipboardOf('disputes'));
    assert.equal(pasted.kind, 'tables');
    const report = readReport(applyEdits(without, editsOf(pasted)));
    assert.deepEqual(
      report.chapters.map(({ chapter }) => chapter.number),
      [1, 2, 3, 4, 5, 6],
    );
    assert.equal(report.tables.disputes?.missingRows.length, 0);
  });
});

describe('the cells of plain text', () => {
  it('are separated by tabs and line breaks; the last line break ends the last row', () => {
    assert.deepEqual(cellsOfText('1\t2\r\n3\t\r\n'), [
      ['1', '2'],
      ['3', ''],
    ]);
  });

  it('hold line breaks between quotation marks, as Excel writes them', () => {
    assert.deepEqual(cellsOfText('"商业\n企业"\t5\r\n'), [['商业企业', '5']]);
  });

  it('keep a quotation mark that is never closed', () => {
    assert.deepEqual(cellsOfText('"三安全\t5'), [['"三安全', '5']]);
  });
});
