import assert from 'node:assert/strict';
import type { TableId } from '../../core/form';
import { differences, rowOfPieces } from '../../core/report/pieces';
import { isPiece, resembling } from '../../core/report/resemblance';

const like = (folded: string, table: TableId = 'requests') => resembling(folded, table, () => true);

describe('resembling', () => {
  it('allows one character in labels of three to seven, two up to fifteen, three in longer ones', () => {
    assert.equal(like('自冇人')?.slip, '自然人');
    assert.equal(like('自冇冇'), undefined);
    assert.equal(like('属于冇家冇密')?.slip, undefined);
    assert.equal(like('本冇关不掌握相关政冇信息')?.slip, '本机关不掌握相关政府信息');
    assert.equal(like('本冇关不掌握相关政冇信冇'), undefined);
    assert.equal(like('要冇行政机关确冇或重新出具已获冇信息')?.slip, '要求行政机关确认或重新出具已获取信息');
    assert.equal(like('要冇行政机关确冇或重新出冇已获冇信息'), undefined);
  });
  it('finds nothing in two characters, nor in more than eighty', () => {
    assert.equal(like('总冇'), undefined);
    assert.equal(like('字'.repeat(81)), undefined);
  });
  it('finds nothing where two labels are equally near', () => {
    // 行政复议 and 行政诉讼 differ from it in one character each.
    assert.equal(like('行政复讼', 'disputes'), undefined);
    assert.equal(like('行政复冇', 'disputes')?.anchor.label, '行政复议');
    assert.equal(like('行政诉冇', 'disputes')?.anchor.label, '行政诉讼');
  });
  it('decides a tie where the others are out of the question', () => {
    const match = resembling('行政复讼', 'disputes', ({ label }) => label !== '行政诉讼');
    assert.equal(match?.anchor.label, '行政复议');
  });
  it('takes the wordings of one row in two editions for no tie', () => {
    assert.equal(like('规冇性文件', 'proactive')?.slip, '规范性文件');
    const match = like('行政规冇性文件', 'proactive');
    assert.ok(match?.anchor.kind === 'row' && match.anchor.row === 'normative');
  });
});

describe('isPiece', () => {
  it('holds for any piece of a label of the table', () => {
    assert.ok(isPiece('科研', 'requests') && isPiece('机构', 'requests'));
    assert.ok(!isPiece('科研', 'disputes') && !isPiece('局长', 'requests'));
  });
});

describe('rowOfPieces', () => {
  const named = (pieces: string[], table: TableId | undefined = 'requests', seen: string[] = []) => {
    const found = rowOfPieces(pieces, table, ({ label }) => seen.includes(label));
    return found && [found.first, found.match.anchor.label, found.match.slip, found.remainder];
  };
  it('joins the pieces of a label', () => {
    assert.deepEqual(named(['1.信访举报', '投诉类申请']), [0, '1.信访举报投诉类申请', undefined, '']);
    assert.deepEqual(named(['局长', '1.信访举报', '投诉类申请']), [1, '1.信访举报投诉类申请', undefined, '']);
  });
  it('knows a whole label before any table has begun, and nothing else', () => {
    assert.deepEqual(rowOfPieces(['行政', '许可'], undefined, () => false)?.match.anchor.label, '行政许可');
    assert.equal(
      rowOfPieces(['5.要求行政机关确认'], undefined, () => false),
      undefined,
    );
  });
  it('passes over single characters of a vertical label between the pieces', () => {
    assert.deepEqual(named(['1.信访举报', '理', '投诉类申请']), [0, '1.信访举报投诉类申请', undefined, '']);
  });
  it('takes the beginning of only one label, of four characters or more, and says what is to come', () => {
    assert.deepEqual(named(['5.要求行政机关确认']), [0, '5.要求行政机关确认或重新出具已获取信息', undefined, '或重新出具已获取信息']);
    assert.equal(named(['5.要']), undefined);
    assert.equal(named(['申请人']), undefined);
  });
  it('takes a label with a slip that the table does not have yet', () => {
    assert.deepEqual(named(['1.信访举报投诉冇申请']), [0, '1.信访举报投诉类申请', '1.信访举报投诉类申请', '']);
    assert.equal(named(['1.信访举报投诉冇申请'], 'requests', ['1.信访举报投诉类申请']), undefined);
  });
  it('takes a short label with one wrong character only where it is the next that is due', () => {
    assert.deepEqual(named(['规冇'], 'proactive')?.slice(1, 3), ['规章', '规章']);
    assert.equal(named(['规冇'], 'proactive', ['规章']), undefined);
  });
  it("takes a label after its group's on one line, up to twelve characters", () => {
    assert.deepEqual(named(['(五)不予处理1.信访举报投诉类申请'])?.[1], '1.信访举报投诉类申请');
    assert.deepEqual(named([`${'字'.repeat(12)}1.信访举报投诉类申请`])?.[1], '1.信访举报投诉类申请');
    assert.equal(named([`${'字'.repeat(13)}1.信访举报投诉类申请`]), undefined);
  });
});

describe('differences', () => {
  it('counts the places in which two texts of one length differ', () => {
    assert.deepEqual([differences('规章', '规章'), differences('规章', '规冇'), differences('规章', '冇冇')], [0, 1, 2]);
  });
});
