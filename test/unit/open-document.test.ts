import assert from 'node:assert/strict';
import { OpenDocument } from '../../core/editing/open-document';
import { inventReports } from '../support/compilations';
import { seeded } from '../support/random';

const checking = { severities: {}, neighbours: () => ({}) };
const cover = '平安县各单位年度报告汇编\n\n六、其他需要报告的事项\n\n';
const reports = inventReports(seeded(6), 2, ['markdown']).join('\n');

const codesIn = (document: OpenDocument) => document.readings(checking).map(({ findings }) => findings.map(({ code }) => code));
const opened = (text: string) => new OpenDocument('file:///a', 'nianbao', 0, text);
const at = (line: number) => ({ line, character: 0 });

describe('a cover in a document that is being edited', () => {
  it('is no longer reported as no report when reports are pasted after it', () => {
    const document = opened(cover);
    assert.deepEqual(codesIn(document), [['not-a-report']]);
    document.change({ range: { start: at(4), end: at(4) }, text: reports });
    assert.deepEqual(codesIn(document), [[], [], []]);
    assert.deepEqual(codesIn(document), codesIn(opened(cover + reports)));
  });

  it('is reported as no report when the reports after it are deleted', () => {
    const document = opened(cover + reports);
    assert.deepEqual(codesIn(document), [[], [], []]);
    document.change({ range: { start: at(4), end: at(99_999) }, text: '' });
    assert.equal(document.getText(), cover);
    assert.deepEqual(codesIn(document), [['not-a-report']]);
  });
});
