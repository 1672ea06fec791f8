import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { compute } from '../../core/analysis/totals';
import { editionOf, editions, type Field, latestEdition } from '../../core/form';
import { readReport } from '../../core/report/bind';
import { applyEdits } from '../../core/text/edit';
import { newReport } from '../../core/writing/renewal';
import { codeActionsOf } from '../../server/features/code-actions';
import { completeEdits } from '../../server/features/complete-form';
import { cellEdits } from '../../server/features/rewrites';
import { correctionEdit } from '../../server/features/status';
import { holds, inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { codesIn, findingsIn, read, valuesOf } from '../support/reading';
import { describeReal, realReports } from '../support/real';
import { reportIn, shapes, textFrom } from '../support/shapes';

const organ = '平安县水利局';
const isTotal = ({ column, row }: Field) => !!column.sums || !!row.entry.sums;

describe('computing', () => {
  for (const shape of ['tab-cells', 'pipe-rows', 'tab-rows', 'markdown'] as const)
    it(`fills the blank totals of ${shape}, and every relation holds`, () => {
      for (let seed = 1; seed <= 20; seed++) {
        const figures = inventFigures(seeded(seed), latestEdition, 0.7);
        const text = reportIn({
          edition: latestEdition,
          year: 2025,
          organ,
          shape,
          text: (field) => (isTotal(field) ? '' : String(figures.get(field.id))),
        });
        const report = readReport(text);
        const edits = Object.values(report.tables).flatMap((table) => cellEdits(compute(table, { kind: 'totals' })));
        const filled = readReport(applyEdits(text, edits));
        assert.deepEqual([...valuesOf(filled)], [...figures]);
      }
    });

  const disputes = (figures: readonly (number | string)[]) => {
    const { fields } = latestEdition.tables.disputes;
    const text = reportIn({
      edition: latestEdition,
      year: 2025,
      organ,
      shape: 'markdown',
      text: (field) => (field.table === 'disputes' ? String(figures[fields.indexOf(field)] ?? 0) : '0'),
    });
    const { disputes: table } = readReport(text).tables;
    assert.ok(table);
    return table;
  };
  const computed = (figures: readonly (number | string)[], kind: 'totals' | 'all-totals' | 'implied' | 'zeros') =>
    compute(disputes(figures), { kind }).map(({ cell, to }) => `${cell.field.id}=${to}`);

  it('leaves a total that is filled in, unless all totals are asked for', () => {
    assert.deepEqual(computed([2, 0, 1, 0, 4], 'totals'), []);
    assert.deepEqual(computed([2, 0, 1, 0, 4], 'all-totals'), ['disputes.reconsideration.total=3']);
  });

  it('never computes a lone total into zero', () => {
    assert.deepEqual(computed(['', '', '', '', 4], 'all-totals'), []);
    assert.deepEqual(computed([0, 0, 0, 0, 4], 'all-totals'), []);
  });

  it('fills in a template’s zero totals, and offers the one part that is blank', () => {
    assert.deepEqual(computed([2, 0, 1, 0, 0], 'totals'), ['disputes.reconsideration.total=3']);
    assert.deepEqual(computed([2, 0, '', 0, 5], 'totals'), []);
    assert.deepEqual(computed([2, 0, '', 0, 5], 'implied'), ['disputes.reconsideration.otherOutcome=3']);
    assert.deepEqual(computed([2, 0, '', 0, 1], 'implied'), [], 'no negative count');
  });

  it('fills zeros into empty cells, and nothing else', () => {
    assert.deepEqual(computed([2, '', 1, '', ''], 'zeros'), ['disputes.reconsideration.corrected=0', 'disputes.reconsideration.pending=0']);
    assert.deepEqual(computed(['', '', '', '', ''], 'zeros').length, 5, 'a total of zeros is zero');
    assert.deepEqual(computed(['', '', '', '', 4], 'zeros'), [], 'the parts of a lone total are not known');
    assert.deepEqual(computed([2, 0, 1, 0, 4], 'zeros'), []);
  });

  it('invents nothing that is carried out: it stays blank where zero would be wrong, and is offered', () => {
    const text = reportIn({
      edition: latestEdition,
      year: 2025,
      organ,
      shape: 'markdown',
      text: ({ id }) => ({ 'requests.new.natural': '5', 'requests.granted.natural': '3' })[id] ?? '',
    });
    const changed = (from: string, kind: 'zeros' | 'totals' | 'implied') => {
      const { requests } = readReport(from).tables;
      assert.ok(requests);
      return compute(requests, { kind });
    };
    const apply = (from: string, kind: 'zeros' | 'totals' | 'implied') => applyEdits(from, cellEdits(changed(from, kind)));
    assert.ok(changed(text, 'zeros').every(({ to }) => to === 0));
    const filled = apply(apply(text, 'zeros'), 'totals');
    const values = valuesOf(readReport(filled));
    assert.equal(values.get('requests.handled.natural'), 3);
    assert.equal(values.get('requests.carriedOut.natural'), null);
    assert.equal(values.get('requests.carriedOut.business'), 0);
    const offered = changed(filled, 'implied').map(({ cell, to }) => `${cell.field.id}=${to}`);
    assert.deepEqual(offered, ['requests.carriedOut.natural=2', 'requests.carriedOut.total=2']);
  });

  it('completes a table in which only some figures are filled in: zeros, totals, what follows from them', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const figures = inventFigures(seeded(seed), latestEdition, 0.2);
      const free = ({ id, index }: Field) => !latestEdition.relations.some(({ wholes }) => wholes.includes(index)) && figures.get(id) !== 0;
      let filled = reportIn({
        edition: latestEdition,
        year: 2025,
        organ,
        shape: 'markdown',
        text: (field) => (free(field) ? String(figures.get(field.id)) : ''),
      });
      for (const kind of ['zeros', 'totals', 'implied'] as const)
        filled = applyEdits(
          filled,
          Object.values(readReport(filled).tables).flatMap((table) => cellEdits(compute(table, { kind }))),
        );
      assert.deepEqual([...valuesOf(readReport(filled))], [...figures]);
      assert.deepEqual(codesIn(filled), []);
    }
  });

  it('computes nothing from what is no number', () => {
    assert.deepEqual(computed([2, 0, '若干', 0, ''], 'totals'), []);
  });
});

describe('a new report', () => {
  it('from nothing is blank, complete and without a fault', () => {
    for (const { edition } of editions) {
      const text = newReport({ organ, year: edition.years[0] }).join('\n');
      const report = readReport(text);
      assert.deepEqual([report.identity.organ, report.identity.year, report.edition.edition.id], [organ, edition.years[0], edition.id]);
      const expected = edition.id === '2021' ? ['blank-cells', 'fee-statement'] : ['blank-cells'];
      assert.deepEqual([...new Set(codesIn(text).map((code) => code.split('@')[0]))], expected);
    }
  });

  it('takes over what last year’s carries out, in whatever shape and edition that is', () => {
    for (const edition of editions)
      for (const shape of shapes) {
        const figures = inventFigures(seeded(3), edition, 0.5);
        const last = readReport(reportIn({ edition, year: edition.edition.years[0], organ, shape, text: textFrom(figures) }));
        const text = newReport({ organ, year: edition.edition.years[0] + 1, last }).join('\n');
        const values = valuesOf(readReport(text));
        for (const [id, value] of values) {
          const before = id.startsWith('requests.carriedIn.') ? figures.get(id.replace('carriedIn', 'carriedOut')) : null;
          assert.equal(value, before, `${shape} ${id}`);
        }
        assert.ok(!codesIn(text).some((code) => /suspect|total|balance/.test(code)), codesIn(text).join());
      }
  });

  it('offers last year’s prose as a comment, and nothing else of it', () => {
    const figures = inventFigures(seeded(3));
    const last = reportIn({ edition: latestEdition, year: 2024, organ, shape: 'tab-cells', text: textFrom(figures) });
    const before = last.replace('本年度未收取信息处理费。', '本年度未收取信息处理费。--> <script>');
    const text = newReport({ organ, year: 2025, last: readReport(before) }).join('\n');
    const bare = text.replace(/<!--[\s\S]*?-->/g, '');
    assert.match(text, /### （一）主动公开\n\n\n\n<!-- 上年原文，供参考：\n本机关认真落实各项要求，工作有序推进。\n-->/);
    assert.ok(text.includes('--＞ <script>') && !bare.includes('script') && !bare.includes('认真落实'));
    assert.equal(findingsIn(text).filter(({ severity }) => severity === 'error').length, 0);
  });
});

describeReal('a new report from published ones', () => {
  for (const [name, last] of realReports())
    it(name, () => {
      const report = readReport(last);
      const text = newReport({ organ: report.identity.organ ?? '', year: (report.identity.year ?? 0) + 1, last: report }).join('\n');
      assert.deepEqual(
        findingsIn(text).filter(({ severity }) => severity === 'error'),
        [],
      );
    });
});

describe('fixes of the form', () => {
  const figures = inventFigures(seeded(4));
  const right = reportIn({ edition: latestEdition, year: 2025, organ, shape: 'markdown', text: textFrom(figures) });
  const chapters = right.split(/(?=^[一二三四五六]、)/m);
  const [head, ...parts] = chapters;
  // The signature stays at the foot.
  const last = parts.length - 1;
  const [, body, foot] = /^([\s\S]*?)(\n平安县水利局\n[\s\S]*)$/.exec(parts[last]) ?? [];
  parts[last] = `${body}\n`;

  it('put chapters into order, whatever their order was', () => {
    const random = seeded(8);
    for (let round = 0; round < 30; round++) {
      const order = parts.map((part) => ({ part, at: random.next() })).sort((a, b) => a.at - b.at);
      let text = head + order.map(({ part }) => part).join('') + foot;
      for (let step = 0; step < 3; step++) {
        const [finding] = findingsIn(text).filter(({ code }) => code === 'chapter-order');
        if (!finding) break;
        text = applyEdits(text, finding.fixes?.[0].edits ?? []);
      }
      assert.equal(text.replace(/\s+/g, ''), right.replace(/\s+/g, ''));
      assert.deepEqual(codesIn(text), codesIn(right));
    }
  });

  it('insert whatever chapters are missing, once and in order', () => {
    for (let missing = 1; missing < 63; missing++) {
      const text = head + parts.filter((_, index) => !(missing & (1 << index))).join('') + foot;
      const whole = applyEdits(text, completeEdits(readReport(text)));
      const left = codesIn(whole).filter((code) => /chapter|missing-table/.test(code));
      assert.deepEqual(left, [], String(missing));
      assert.deepEqual(completeEdits(readReport(whole)), []);
    }
  });

  it('put no blank table beside one that stands there as HTML', () => {
    const text = `${organ}2025年政府信息公开工作年度报告\n二、主动公开政府信息情况\n<table><tr><td>规章</td></tr></table>\n`;
    const inserted = completeEdits(readReport(text)).map(({ newText }) => newText);
    assert.ok(inserted.some((each) => each.includes('行政复议')) && !inserted.some((each) => each.includes('现行有效件数')));
  });

  it('turn tables of one edition into those of the other, keep what has a counterpart, and list the rest', () => {
    const edition = editionOf('2019');
    const old = inventFigures(seeded(5), edition, 0.9);
    const text = reportIn({ edition, year: 2025, organ, shape: 'tab-cells', text: textFrom(old) });
    const [finding] = findingsIn(text).filter(({ code }) => code === 'edition-mismatch');
    const turned = applyEdits(text, finding.fixes?.[0].edits ?? []);
    const values = valuesOf(readReport(turned));
    assert.ok(!codesIn(turned).some((code) => /edition|total|balance|suspect/.test(code)), codesIn(turned).join());
    assert.equal(values.get('proactive.licensing.decisions'), old.get('proactive.licensing.decisions'));
    assert.equal(values.get('proactive.normative.issued'), old.get('proactive.normative.created'));
    assert.equal(values.get('requests.otherwise.rest.natural'), old.get('requests.otherwise.natural'));
    assert.equal(values.get('requests.handled.total'), old.get('requests.handled.total'));
    assert.match(turned, new RegExp(`规章 对外公开总数量：${old.get('proactive.rules.available')}；`));
    assert.ok(holds(new Map([...values].map(([id, value]) => [id, value ?? 0])) as typeof old));
  });
});

describe('silencing', () => {
  it('takes away just the findings of its check on its line, and nothing else changes', () => {
    const random = seeded(12);
    for (let round = 0; round < 60; round++) {
      const text = reportIn({
        edition: latestEdition,
        year: 2025,
        organ,
        shape: random.pick(shapes),
        text: (field) => String((field.index * 7 + round) % 11),
      }).replace('现行有效件数', '现行冇效件数');
      const document = TextDocument.create('file:///r', 'nianbao', 1, text);
      const reading = read(document, {});
      const finding = random.pick(reading.findings);
      const range = { start: document.positionAt(finding.start), end: document.positionAt(finding.start) };
      const silence = codeActionsOf(reading, range, { only: ['quickfix'], snippets: false }).find(({ title }) =>
        title.includes(`Ignore “${finding.code}” here`),
      );
      const after = findingsIn(TextDocument.applyEdits(document, silence?.edit?.changes?.['file:///r'] ?? []));
      const line = range.start.line;
      const expected = reading.findings.filter(({ code, start }) => !(code === finding.code && document.positionAt(start).line === line));
      assert.deepEqual(
        after.map(({ code, message }) => `${code} ${message}`),
        expected.map(({ code, message }) => `${code} ${message}`),
      );
    }
  });
});

describe('correcting what was recognised', () => {
  const text = '\ufeff政府信息公开工作年度报告\r\n\r\n一、总体情况\r\n\r\n二、主动公开政府信息情况\r\n';
  const corrected = (now: string, asked: Parameters<typeof correctionEdit>[1]) => {
    const edit = correctionEdit(readReport(now), asked);
    return edit ? applyEdits(now, [edit]) : now;
  };

  it('is written once, changed in place, and taken back without a trace', () => {
    const first = corrected(text, { organ: '平安县 水利局', year: 2020 });
    assert.ok(first.startsWith('\ufeff<!-- nianbao-report organ=平安县水利局 year=2020 -->\r\n政府'));
    const { identity, edition } = readReport(first);
    assert.deepEqual([identity.organ, identity.year, edition.edition.id], ['平安县水利局', 2020, '2019']);
    const second = corrected(first, { edition: '2021' });
    assert.equal(readReport(second).edition.edition.id, '2021');
    assert.equal(corrected(second, { organ: null, year: null, edition: null }), text);
    assert.equal(corrected(text, { organ: null }), text);
  });

  it('binds the tables of the edition that it names', () => {
    const figures = inventFigures(seeded(6));
    const report = reportIn({ edition: latestEdition, year: 2025, organ, shape: 'markdown', text: textFrom(figures) });
    const { tables } = readReport(corrected(report, { edition: '2019' }));
    assert.ok(Object.values(tables).every(({ edition }) => edition.edition.id === '2019'));
  });
});
