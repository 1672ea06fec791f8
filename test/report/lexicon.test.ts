import assert from 'node:assert/strict';
import { editions, type TableId } from '../../core/form';
import { type Anchor, anchorsIn } from '../../core/report/anchors';
import { anchorsOf, isUnlabelled, lookUp, lookUpPrinted } from '../../core/report/lexicon';
import { fold } from '../../core/text/fold';

const anchors = anchorsIn(editions);

function anchor(table: TableId, kind: Anchor['kind'], label: string): Anchor {
  const found = anchors.filter((each) => each.table === table && each.kind === kind && each.label === label);
  assert.equal(found.length, 1, `${table} ${kind} ${label}`);
  return found[0];
}

/** What a text names: the labels, each with the spelling that it should have. */
function named(text: string): string[] {
  return lookUp(fold(text)).map((match) => `${match.anchor.table} ${match.anchor.label}${match.slip ? ` (${match.slip})` : ''}`);
}

describe('anchorsIn', () => {
  it('has each label of a table once, with the editions that print it', () => {
    assert.deepEqual(anchor('requests', 'row', '1.属于国家秘密').editions, ['2019', '2021']);
    assert.deepEqual(anchor('proactive', 'column', '本年制发件数').editions, ['2021']);
    assert.deepEqual(anchor('proactive', 'title', '第二十条第（九）项').editions, ['2019']);
  });

  it('keeps the order of the form: groups before their rows, headings before both', () => {
    const labels = anchors.filter(({ table }) => table === 'requests').map(({ label }) => label);
    const order = ['申请人情况', '自然人', '一、本年新收政府信息公开申请数量', '三、本年度办理结果', '（三）不予公开', '1.属于国家秘密'];
    assert.deepEqual(
      order.map((label) => labels.indexOf(label)).sort((a, b) => a - b),
      order.map((label) => labels.indexOf(label)),
    );
  });

  it('takes no anchor from a row without a label', () => {
    assert.ok(anchors.every(({ label }) => label !== ''));
    assert.deepEqual(
      anchors.filter(({ table, kind }) => table === 'disputes' && kind !== 'column'),
      [],
    );
  });

  it('calls a label specific to an edition only if the other has it in no wording', () => {
    assert.equal(anchor('proactive', 'column', '本年制发件数').editionSpecific, true);
    assert.equal(anchor('proactive', 'column', '采购总金额').editionSpecific, true);
    // Each is a wording of the other, in the other edition.
    assert.equal(anchor('proactive', 'row', '规范性文件').editionSpecific, false);
    assert.equal(anchor('proactive', 'row', '行政规范性文件').editionSpecific, false);
    assert.equal(anchor('requests', 'row', '1.属于国家秘密').editionSpecific, false);
  });

  it('knows a row of one edition as the group of another', () => {
    const row = anchor('requests', 'row', '（六）其他处理');
    const group = anchor('requests', 'group', '（六）其他处理');
    assert.ok(row.kind === 'row' && row.isGroupElsewhere);
    assert.ok(group.kind === 'group');
    assert.equal(group.rowElsewhere, row.row);
    assert.equal(group.members.length, 3);
    const plain = anchor('requests', 'row', '1.属于国家秘密');
    const other = anchor('requests', 'group', '（三）不予公开');
    assert.ok(plain.kind === 'row' && !plain.isGroupElsewhere);
    assert.ok(other.kind === 'group' && other.rowElsewhere === undefined);
  });

  it('lists the rows of a group once, of any edition', () => {
    const refused = anchor('requests', 'group', '（三）不予公开');
    assert.ok(refused.kind === 'group');
    assert.equal(refused.members.length, 8);
    assert.equal(new Set(refused.members).size, 8);
  });

  it('calls a label ambiguous that another table, or a column beside a row, has under another label', () => {
    // 总计 is also （七）总计 without its ordinal.
    assert.equal(anchor('requests', 'column', '总计').ambiguous, true);
    assert.equal(anchor('requests', 'row', '（七）总计').ambiguous, true);
    assert.equal(anchor('disputes', 'column', '总计').ambiguous, true);
    assert.equal(anchor('requests', 'column', '自然人').ambiguous, false);
    // One label in two editions is no ambiguity, nor are two wordings of one row.
    assert.equal(anchor('proactive', 'row', '规范性文件').ambiguous, false);
  });

  it('spells a label without its ordinal and without its parenthesis, but never as one character', () => {
    assert.deepEqual(anchor('requests', 'row', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）').spellings, [
      '(二)部分公开(区分处理的,只计这一情形,不计其他情形)',
      '(二)部分公开',
      '部分公开(区分处理的,只计这一情形,不计其他情形)',
      '部分公开',
    ]);
    assert.ok(anchors.every(({ spellings }) => spellings.every((spelling) => spelling.length > 1)));
  });

  it('leaves a label that is a parenthesis as a whole', () => {
    const corner = anchors.find(({ table, kind }) => table === 'requests' && kind === 'corner');
    assert.deepEqual(corner?.spellings, ['(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)']);
  });

  it('gives frozen values', () => assert.ok(anchors.every((each) => Object.isFrozen(each))));
});

describe('isUnlabelled', () => {
  it('holds for the table whose rows have no label, and no other', () => {
    assert.deepEqual(
      (['proactive', 'requests', 'disputes'] as const).map((table) => isUnlabelled(table)),
      [false, false, true],
    );
  });
});

describe('lookUpPrinted', () => {
  it('knows the labels to the letter', () => {
    assert.deepEqual(
      lookUpPrinted('（一）予以公开')?.matches.map(({ anchor: { label }, slip }) => [label, slip]),
      [['（一）予以公开', undefined]],
    );
    assert.equal(lookUpPrinted('(一)予以公开'), undefined);
  });
});

describe('lookUp', () => {
  const cases: [what: string, text: string, expected: string[]][] = [
    ['a label as it is printed', '（一）予以公开', ['requests （一）予以公开']],
    ['a label without its ordinal', '予以公开', ['requests （一）予以公开']],
    ['a label without its parenthesis', '（二）部分公开', ['requests （二）部分公开（区分处理的，只计这一情形，不计其他情形）']],
    ['a label with an addition', '1.属于国家秘密（含涉密）', ['requests 1.属于国家秘密']],
    ['a label without an ordinal that is given one', '1.规章', ['proactive 规章']],
    ['an ordinal with another stop', '1、属于国家秘密', ['requests 1.属于国家秘密']],
    ['a wrong ordinal as a slip', '2.属于国家秘密', ['requests 1.属于国家秘密 (1.属于国家秘密)']],
    ['an ordinal with a comma as a slip', '1,属于国家秘密', ['requests 1.属于国家秘密 (1.属于国家秘密)']],
    ['a stray mark before the label as a slip', '·属于国家秘密', ['requests 1.属于国家秘密 (属于国家秘密)']],
    ['a mistyped parenthesis as a slip', '本年收费金额（单位：百元）', ['proactive 本年收费金额（单位：万元） (本年收费金额(单位:万元))']],
    ['a quite different parenthesis as an addition', '本年收费金额（按实际入库的数额填写）', ['proactive 本年收费金额（单位：万元）']],
    ['nothing in other words', '局长信箱来信', []],
    ['nothing in one character', '其', []],
    ['nothing in a mark', '..', []],
  ];
  for (const [what, text, expected] of cases) it(`finds ${what}`, () => assert.deepEqual(named(text), expected));

  it('gives all labels that a spelling may be', () => {
    const labels = named('总计');
    assert.ok(labels.includes('requests 总计') && labels.includes('requests （七）总计') && labels.includes('disputes 总计'));
  });

  it('finds the labels of each table among those of that table', () => {
    for (const { table, spellings, label } of anchors)
      for (const spelling of spellings) {
        assert.ok(
          lookUp(spelling).some((match) => match.anchor.table === table && match.anchor.label === label),
          spelling,
        );
        assert.ok(anchorsOf(table).some((each) => each.label === label));
      }
  });
});
