import assert from 'node:assert/strict';
import { type CompiledEdition, editions, latestEdition, layoutOf } from '../../core/form';
import { readReport } from '../../core/report/bind';
import { applyEdits } from '../../core/text/edit';
import { inventFigures } from '../support/figures';
import { seeded } from '../support/random';
import { codesIn, findingsIn, seriousIn, valuesOf } from '../support/reading';
import { describeReal, realReports } from '../support/real';
import { reportIn, type Shape, shapes, textFrom } from '../support/shapes';

const organ = '平安县水利局';
const yearOf = (edition: CompiledEdition) => edition.edition.years[0] + 1;

/** Ways in which one and the same report differs in print. None of them is a mistake. */
const variations: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'CRLF line ends': (text) => text.replace(/\n/g, '\r\n'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'half-width punctuation': (text) => text.replace(/（/g, '(').replace(/）/g, ')').replace(/，/g, ',').replace(/：/g, ':'),
  'full-width numbering': (text) => text.replace(/(\d)\.(?=[\u4e00-\u9fff])/g, '$1．'),
  'other numbering': (text) => text.replace(/(\d)\.(?=[\u4e00-\u9fff])/g, '$1、'),
  'numbering lost': (text) => text.replace(/(\d)\.(?=[\u4e00-\u9fff])/g, ''),
  'straight quotation marks': (text) => text.replace(/[“”]/g, '"'),
  'no quotation marks': (text) => text.replace(/[“”]/g, ''),
  'the shorter name of normative documents': (text) => text.replace(/行政规范性文件/g, '规范性文件'),
  'full-width spaces around figures': (text) => text.replace(/(\t|\| ?)(\d+)(?= ?\||\n|\t)/g, '$1　$2　'),
  'no empty lines between rows': (text) => text.replace(/\n\n\t/g, '\n\t'),
  'an empty line after each line': (text) => text.replace(/\n/g, '\n\n'),
  'spaces at the ends of lines': (text) => text.replace(/\n/g, ' \n'),
  'headings with marks': (text) => text.replace(/^([一二三四五六]、)(?=总体|主动|收到|政府|存在|其他需要)/gm, '## $1'),
  'headings with spaces': (text) => text.replace(/^四、政府信息公开行政/m, '  四、 政府信息公开 行政'),
  'headings with the tab of a numbered list': (text) => text.replace(/^([一二三四五六]、)(?=总体|主动|收到|政府|存在|其他需要)/gm, '$1\t'),
  'page breaks through a table': (text) => text.replace(/((?:\t|\| ?)?(?:1\.信访举报|4\.保护第三方))/g, '\n— 3 —\n\n$1'),
  'additions to labels': (text) => text.replace(/(属于国家秘密|行政处罚)(?=[\s|]|$)/gm, '$1（含涉密）'),
  'emphasis in cells': (text) => text.replace(/\| (规章|行政许可) /g, '| **$1** '),
  'prose before the tables': (text) => text.replace(/(三、收到和处理政府信息公开申请情况\n)/, '$1\n2022年，申请的办理情况如下\n'),
  'remarks after the tables': (text) => text.replace(/\n(五、存在)/, '\n注：数据来自登记系统。\n\n$1'),
  'a list of contents': (text) =>
    text.replace(
      '一、总体情况',
      '目录\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n\n一、总体情况',
    ),
};

describe('a right report', () => {
  for (const [name, vary] of Object.entries(variations))
    it(`reads the same in every shape, and is right, with ${name}`, () => {
      const random = seeded(11);
      for (const shape of shapes)
        for (const edition of editions) {
          const figures = inventFigures(random, edition, 0.4);
          const text = vary(reportIn({ edition, year: yearOf(edition), organ, shape, text: textFrom(figures) }));
          const report = readReport(text);
          assert.deepEqual(valuesOf(report), figures, `${shape} ${edition.edition.id}`);
          assert.equal(report.edition, edition);
          assert.deepEqual([report.identity.organ, report.identity.year], [organ, yearOf(edition)]);
          assert.deepEqual(codesIn(text), [], `${shape} ${edition.edition.id}`);
        }
    });
});

describe('a label with one wrong character', () => {
  for (const edition of editions)
    it(`is still bound, named and corrected (${edition.edition.id})`, () => {
      const random = seeded(5);
      const labels = new Set(
        Object.values(edition.tables).flatMap((table) => layoutOf(table).flatMap(({ cells }) => cells.map((cell) => cell.text))),
      );
      for (const shape of shapes) {
        const figures = inventFigures(random, edition, 0.5);
        const right = reportIn({ edition, year: yearOf(edition), organ, shape, text: textFrom(figures) });
        for (const label of labels) {
          const chapter = label.startsWith('行政复') || label.startsWith('行政诉') ? '讼情况\n' : '二、主动公开政府信息情况\n';
          const at = right.indexOf(label, right.indexOf(chapter) + chapter.length);
          if (at < 0 || label === '') continue;
          const places = [...label].flatMap((character, index) =>
            /[\u4e00-\u9fff]/.test(character) && !/[一二三四五六七八九十]/.test(character) ? [index] : [],
          );
          const place = at + random.pick(places);
          const wrong = `${right.slice(0, place)}冇${right.slice(place + 1)}`;
          assert.deepEqual(valuesOf(readReport(wrong)), figures, `${shape} ${label}`);
          const serious = findingsIn(wrong).filter(({ severity }) => severity === 'error' || severity === 'warning');
          assert.deepEqual(
            serious.map(({ code }) => code),
            ['label-slip'],
            `${shape} ${label}`,
          );
          assert.equal(applyEdits(wrong, serious[0].fixes?.[0].edits ?? []), right, `${shape} ${label}`);
        }
      }
    });
});

describe('one odd cell @slow', () => {
  const zeros = (shape: Shape, odd: string, text: string) =>
    reportIn({ edition: latestEdition, year: 2022, organ, shape, text: (field) => (field.id === odd ? text : '0') });
  const cases: [string, string, string][] = [
    ['empty', '', 'empty-cell'],
    ['a slash', '/', 'blank-cells'],
    ['a dash', '—', 'blank-cells'],
    ['无', '无', 'blank-cells'],
    ['a word', '若干', 'not-a-number'],
    ['a negative count', '-1', 'not-a-count'],
    ['a full-width digit', '０', 'digit-form'],
  ];
  // Without separators, nothing tells an empty cell or a word from the label; a row without label has no edge one cell a line.
  const readable = shapes.filter((shape) => !shape.startsWith('printed') && shape !== 'lines');
  for (const [name, text, code] of cases)
    it(`is found wherever it stands: ${name}`, () => {
      for (const shape of readable)
        for (const { id } of latestEdition.fields) {
          if (shape === 'pipe-cells-led' && id === 'disputes.litigationAfter.total') continue;
          const report = zeros(shape, id, text);
          assert.deepEqual(codesIn(report), [`${code}@${id}`], `${shape} ${id}`);
          assert.equal(valuesOf(readReport(report)).size, 200, `${shape} ${id}`);
        }
    });

  it('is one mild remark where whole rows are empty', () => {
    for (const shape of readable) {
      const text = reportIn({
        edition: latestEdition,
        year: 2022,
        organ,
        shape,
        text: (field) => (field.table === 'requests' && field.place < 6 ? '' : '0'),
      });
      assert.deepEqual(codesIn(text), ['blank-cells@requests.new.natural'], shape);
    }
  });
});

describe('chapters and tables', () => {
  const figures = inventFigures(seeded(3), latestEdition, 0.4);
  const cut = (from: string, to: string) => (text: string) =>
    text.slice(0, text.indexOf(`\n${from}`) + 1) + text.slice(text.indexOf(`\n${to}`) + 1);
  const cases: Record<string, [(text: string) => string, string[]]> = {
    'a heading that is missing': [(text) => text.replace('三、收到和处理政府信息公开申请情况\n\n', ''), ['missing-chapter']],
    'a table that is missing': [
      (text) => text.replace(/(三、收到和处理政府信息公开申请情况\n)[\s\S]*(?=四、政府信息公开行政)/, '$1\n'),
      ['missing-table'],
    ],
    'a chapter that is missing with its table': [cut('三、收到', '四、政府'), ['missing-chapter']],
    'a chapter that is missing': [cut('五、存在', '六、其他'), ['missing-chapter']],
    'a chapter that stands twice': [(text) => text.replace(/(五、存在[\s\S]*?)(?=六、其他)/, '$1$1'), ['duplicate-chapter']],
    'chapters in another order': [
      (text) => text.replace(/(五、存在[\s\S]*?)(六、其他[\s\S]*?\n\n[\s\S]*?\n\n)/, '$2$1'),
      ['chapter-order'],
    ],
    'a title in other words': [(text) => text.replace('五、存在的主要问题及改进情况', '五、存在的主要问题和改进措施'), ['chapter-title']],
    'the year in a title': [(text) => text.replace('一、总体情况', '一、2022年政务公开总体情况'), ['chapter-title']],
    'a part that is missing': [(text) => text.replace('（四）政府信息公开平台建设情况。', ''), ['missing-section']],
    'the tables of another edition': [(text) => text.replace('2022年政府', '2020年政府'), ['edition-mismatch']],
  };
  for (const [name, [change, expected]] of Object.entries(cases))
    it(`names ${name}`, () => {
      for (const shape of shapes) {
        const right = reportIn({ edition: latestEdition, year: 2022, organ, shape, text: textFrom(figures) });
        const text = change(right);
        assert.notEqual(text, right);
        assert.deepEqual(
          findingsIn(text).map(({ code }) => code),
          expected,
          shape,
        );
        assert.deepEqual(
          valuesOf(readReport(text)).size,
          expected[0] === 'missing-table' || name.includes('with its table') ? 25 : 200,
          shape,
        );
      }
    });

  it('puts a missing heading right before its table, after the remarks on the one above', () => {
    for (const shape of shapes) {
      const right = reportIn({ edition: latestEdition, year: 2022, organ, shape, text: textFrom(figures) });
      const wrong = right.replace('四、政府信息公开行政复议、行政诉讼情况\n', '说明：以上数据截至年底\n');
      const [finding] = findingsIn(wrong);
      assert.ok(wrong.slice(finding.start).replace(/\s/g, '').startsWith('行政复议'), shape);
      assert.match(
        applyEdits(wrong, finding.fixes?.[0].edits ?? []),
        /说明：以上数据截至年底\s+四、政府信息公开行政复议、行政诉讼情况[\s|]+行政\s*复议/,
        shape,
      );
    }
  });

  it('puts a missing heading before its table, and the fix repairs it', () => {
    for (const shape of shapes)
      for (const heading of ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况']) {
        const right = reportIn({ edition: latestEdition, year: 2022, organ, shape, text: textFrom(figures) });
        const wrong = right.replace(`${heading}\n\n`, '');
        const [finding] = findingsIn(wrong);
        const repaired = applyEdits(wrong, finding.fixes?.[0].edits ?? []);
        assert.deepEqual(codesIn(repaired), [], `${shape} ${heading}`);
        assert.equal(repaired.replace(/\s+/g, ''), right.replace(/\s+/g, ''));
      }
  });
});

describe('rows', () => {
  const figures = inventFigures(seeded(9), latestEdition, 0.4);
  const right = reportIn({ edition: latestEdition, year: 2022, organ, shape: 'markdown', text: textFrom(figures) });
  const line = (start: string) => right.split('\n').find((each) => each.includes(start)) ?? '';

  it('names a row that is missing, and inserts it', () => {
    const wrong = right.replace(`${line('2.重复申请')}\n`, '');
    const found = findingsIn(wrong).filter(({ code }) => code === 'missing-row');
    assert.deepEqual(
      found.map(({ field }) => field),
      ['requests.rejected.repeat.natural'],
    );
    assert.match(applyEdits(wrong, found[0].fixes?.[0].edits ?? []), /\n\| +\| +\| 2\.重复申请 \|/);
  });
  it('names a row that stands twice', () => {
    const row = line('2.重复申请');
    assert.deepEqual(codesIn(right.replace(row, `${row}\n${row}`)), ['duplicate-row@requests.rejected.repeat.natural']);
  });
  it('names a row of the office’s own, and counts its figures where they are counted', () => {
    const row = line('2.重复申请');
    assert.deepEqual(codesIn(right.replace(row, `${row}\n| | | 6.不属于本机关公开范围 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |`)), ['unknown-row']);
    const counted = right.replace(row, `| | | 9.移送其他机关办理 |${row.split('|').slice(4).join('|')}`);
    assert.deepEqual(codesIn(counted).sort(), ['missing-row@requests.rejected.repeat.natural', 'unknown-row']);
  });
  it('names a row with too few and one with too many figures', () => {
    const row = line('2.重复申请');
    assert.deepEqual(codesIn(right.replace(row, row.replace(/ [^|]*\|$/, ''))), ['missing-cell@requests.rejected.repeat.total']);
    assert.deepEqual(codesIn(right.replace(row, `${row} 7 |`)), ['extra-cell@requests.rejected.repeat.total']);
  });
});

describe('what extraction loses', () => {
  const head = ['平安县水利局2022年政府信息公开工作年度报告', '', '三、收到和处理政府信息公开申请情况', ''];
  const { rows } = latestEdition.tables.requests;
  const labels = rows.map(({ entry }) => entry.label);

  it('the labels below a group: its figures go to its rows, in order', () => {
    const refused = rows.filter(({ id }) => id.startsWith('refused.'));
    const figures = refused.flatMap((_, index) => [index, 0, 0, 0, 0, 0, index]);
    for (const cell of [(text: string) => `${text} |`, (text: string) => `\t${text}`]) {
      const text = [
        ...head,
        ...['一、本年新收政府信息公开申请数量', ...new Array(7).fill('28'), '（三）不予公开', ...figures].map((each) => cell(String(each))),
      ].join('\n');
      const values = valuesOf(readReport(text));
      assert.deepEqual(
        refused.map(({ fields }) => values.get(fields[6].id)),
        [0, 1, 2, 3, 4, 5, 6, 7],
      );
    }
  });

  it('empty cells of a text without separators: one mild remark, whether whole rows are empty or all but the total', () => {
    const empty = [...head, ...labels].join('\n\n');
    const totals = [...head, ...labels.flatMap((label) => [label, '0'])].join('\n\n');
    for (const text of [empty, totals])
      assert.deepEqual(
        codesIn(text).filter((code) => !code.startsWith('missing-chapter')),
        ['blank-cells@requests.new.natural'],
      );
    assert.equal(valuesOf(readReport(totals)).get('requests.handled.total'), 0);
  });

  it('page numbers and running heads between the rows do no harm', () => {
    const page = 'Page 9 - 平安县水利局2022年政府信息公开工作年度报告\nP. 9';
    const text = [...head, ...labels.map((label, index) => `${label} 0 0 0 0 0 0 0${index === 7 ? `\n${page}` : ''}`)].join('\n');
    assert.deepEqual(
      codesIn(text).filter((code) => !code.startsWith('missing-chapter')),
      [],
    );
  });
});

describe('the edition', () => {
  const editionOf = (...lines: string[]) =>
    readReport(['平安县水利局2020年政府信息公开工作年度报告', '二、主动公开政府信息情况', ...lines].join('\n')).edition.edition.id;
  it('follows from the column headings, whatever the year', () => {
    const rows = ['| 规章 | 0 | 0 | 0 |', '| 行政规范性文件 | 0 | 0 | 0 |'];
    assert.equal(editionOf('| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |', ...rows), '2021');
    assert.equal(editionOf('| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |', ...rows), '2019');
  });
  it('follows from the width of the rows where the headings are lost', () => {
    assert.equal(editionOf('| 行政许可 | 5 |', '| 行政处罚 | 0 |', '| 行政强制 | 0 |'), '2021');
    assert.equal(editionOf('| 行政许可 | 5 | 0 | 17 |', '| 行政处罚 | 0 | 0 | 1 |', '| 行政强制 | 0 | 0 | 0 |'), '2019');
  });
  it('is that of the year where the tables do not tell', () => {
    assert.equal(editionOf('| 规章 | 0 | 0 | 0 |', '| 规范性文件 | 0 | 0 | 0 |'), '2019');
  });
});

describe('what offices add', () => {
  it('long explanations in labels do not hide them, and rows of their own are named', () => {
    const text = [
      '平安县水利局2020年政府信息公开工作年度报告',
      '二、主动公开政府信息情况',
      '信息内容 | 本年新 制作数量 | 本年新 公开数量 | 对外公开总数量 | ||',
      '规章（设区的市、自治州人民政府应提供相关数据） | 0 | 0 | 0 | ||',
      `规范性文件（行政机关制定发布的决定、公告、通告、意见、通知，以及标题采用“规定”“办法”“细则”等字样的公文${'，一般情况下属于规范性文件'.repeat(3)}） | 2 | 2 | 19 | ||`,
      '其他主动公开文件（含以本单位名义正式签发的、除规范性文件以外的主动公开文件） | 186 | 86 | 255 | ||',
      '信息内容 | 上一年项目数量（指2019年事项数） | 本年增/减（减用负值表示，如-8） | 处理决定数量 | ||',
      '行政许可 | 8 | -5 | 93 | ||',
    ].join('\n');
    const report = readReport(text);
    assert.deepEqual([...valuesOf(report).values()], [0, 0, 0, 2, 2, 19, 8, -5, 93]);
    assert.deepEqual(
      codesIn(text).filter((code) => !code.startsWith('missing')),
      ['unknown-row'],
    );
  });
});

const identity = (text: string) => {
  const { organ: named, year } = readReport(text).identity;
  return [named, year];
};

describe('identity', () => {
  it('is read from the opening sentence of a page whose title is not in its text', () => {
    const lead = '根据《中华人民共和国政府信息公开条例》要求，特编制平安市人民政府地方志办公室2023年政府信息公开工作年度报告。';
    assert.deepEqual(identity(`${lead}\n一、总体情况\n二、主动公开政府信息情况`), ['平安市人民政府地方志办公室', 2023]);
    assert.deepEqual(identity('现公布我乡2023年政府信息公开工作年度报告。\n一、总体情况'), [null, 2023]);
  });
  it('is read from the title, on one line or several', () => {
    assert.deepEqual(identity('平安县水利局2023年政府信息公开工作年度报告'), ['平安县水利局', 2023]);
    assert.deepEqual(identity('# 平安县水利局 2023 年度政府信息公开工作年度报告'), ['平安县水利局', 2023]);
    assert.deepEqual(identity('平安县水利局\n\n2023年度政府信息公开工作年度报告'), ['平安县水利局', 2023]);
    assert.deepEqual(identity('平安县水利局2023年度政府信息公开工作\n\n年度报告'), ['平安县水利局', 2023]);
    assert.deepEqual(identity('平安县水利局\n2023年度\n政府信息公开工作年度报告'), ['平安县水利局', 2023]);
    assert.deepEqual(identity('平安县水利局二〇二三年政府信息公开工作年度报告'), ['平安县水利局', 2023]);
    assert.deepEqual(identity('平安县水利局政府信息公开工作年度报告（2023年）'), ['平安县水利局', 2023]);
    assert.deepEqual(identity('2023年平安县水利局政府信息公开工作年度报告'), ['平安县水利局', 2023]);
  });
  it('falls back on the signature for the organ, and on the period or the date for the year', () => {
    assert.deepEqual(identity('2023年区数据局政府信息公开工作年度报告\n\n无。\n\n平安市东湖区数据局\n2024年1月8日\n'), [
      '平安市东湖区数据局',
      2023,
    ]);
    assert.deepEqual(identity('政府信息公开工作年度报告\n\n统计期限为2023年1月1日至2023年12月31日。'), [null, 2023]);
    assert.deepEqual(identity('政府信息公开工作年度报告\n\n六、其他需要报告的事项\n无\n\n  平安县人民政府\n  2024年1月8日'), [
      '平安县人民政府',
      2023,
    ]);
  });
});

describe('a text that is no report', () => {
  for (const text of [
    '',
    ' \n\n',
    '第一回 甄士隐梦幻识通灵\n此开卷第一回也。',
    '| a | b |\n| --- | --- |\n| 1 | 2 |',
    '\u0000\u0001\ufffd',
    '规章制度',
    '关于做好2023年政府信息公开工作年度报告编制工作的通知\n各科室：',
  ])
    it(`gets that one remark: ${JSON.stringify(text.slice(0, 20))}`, () => assert.deepEqual(codesIn(text), ['not-a-report']));
});

describeReal('the published reports', () => {
  const expected: Record<string, [string, number, string, Record<string, number | null>, string[]]> = {
    '000': ['海盐县政务服务和数据资源管理办公室', 2021, '2021', { 'proactive.fees.amount': 330.9 }, []],
    '001': [
      '秀洲区政务服务和数据资源管理办公室',
      2020,
      '2019',
      { 'proactive.procurement.projects': 10, 'proactive.procurement.amount': 5728300, 'requests.rejected.repeat.research': null },
      ['empty-cell@requests.rejected.repeat.research', 'prose-breakdown'],
    ],
    '002': [
      '嘉兴港区',
      2021,
      '2021',
      {
        'requests.new.natural': 5,
        'requests.new.total': 5,
        'requests.granted.natural': 5,
        'requests.granted.total': 5,
        'requests.handled.natural': 5,
        'requests.handled.total': 5,
        'proactive.licensing.decisions': 40614,
        'proactive.penalty.decisions': 64504,
        'proactive.coercion.decisions': 139,
        'proactive.fees.amount': 924.06,
      },
      [],
    ],
    '003': [
      '安泽县人民政府',
      2021,
      '2021',
      {
        'proactive.normative.issued': 6,
        'proactive.normative.effective': 74,
        'proactive.licensing.decisions': 1878,
        'proactive.penalty.decisions': 228,
        'proactive.coercion.decisions': 7,
        'proactive.fees.amount': 15996.59,
        'requests.new.natural': 1,
        'requests.new.total': 1,
        'requests.granted.natural': 1,
        'requests.granted.total': 1,
        'requests.handled.natural': 1,
        'requests.handled.total': 1,
        'disputes.reconsideration.pending': 1,
        'disputes.reconsideration.total': 1,
      },
      ['label-slip', 'label-slip', 'label-slip', 'leftover-mark', 'leftover-mark', 'missing-chapter', 'missing-chapter'],
    ],
    '004': ['杭州市拱墅区数据资源管理局', 2021, '2021', {}, ['leftover-mark']],
  };
  for (const [name, [named, year, edition, figures, serious]] of Object.entries(expected))
    it(`${name}: every field, and what is to be said of it`, () => {
      const text = realReports().get(name) ?? '';
      const report = readReport(text);
      assert.deepEqual([report.identity.organ, report.identity.year, report.edition.edition.id], [named, year, edition]);
      const all = new Map(report.edition.fields.map(({ id }) => [id, id in figures ? figures[id] : 0]));
      assert.deepEqual(valuesOf(report), all);
      assert.deepEqual(seriousIn(text).sort(), serious);
    });
});
