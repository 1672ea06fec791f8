import assert from 'node:assert/strict';
import { statementsOf } from '../../core/prose/statements';
import { readReport } from '../../core/report/bind';
import { outlineOf } from '../../core/report/outline';
import { paragraphsOf } from '../../core/report/paragraphs';

/** What the paragraphs under some headings state. */
function stated(...lines: string[]): string[] {
  const report = readReport(`平安县水利局2025年政府信息公开工作年度报告\n\n${lines.join('\n\n')}\n`);
  return statementsOf(report, paragraphsOf(report, outlineOf(report))).map(({ subject, value }) => `${subject}=${value}`);
}
const overview = (prose: string) => stated('一、总体情况', prose);
const onRequests = (prose: string) => stated('一、总体情况', '（二）依申请公开情况', prose);

describe('requests are spoken of', () => {
  it('where they are named before or after the figure', () => {
    assert.deepEqual(overview('收到政府信息公开申请9件'), ['new=9']);
    assert.deepEqual(overview('收到9件政府信息公开申请'), ['new=9']);
  });

  it('where an application is named, and requests before it in the sentence or in the paragraph', () => {
    assert.deepEqual(overview('依申请公开方面，收到申请9件'), ['new=9']);
    assert.deepEqual(overview('依申请公开工作规范。收到申请9件'), ['new=9']);
    assert.deepEqual(overview('收到申请9件'), []);
  });

  it('where they were spoken of last before the sentence', () => {
    assert.deepEqual(overview('我局办理政府信息公开申请。收到9件'), ['new=9']);
    assert.deepEqual(overview('我局办理政府信息公开申请。认真办理信访。收到9件，收到申请8件'), []);
    assert.deepEqual(overview('认真办理信访。我局办理政府信息公开申请。收到9件'), ['new=9']);
    assert.deepEqual(overview('有群众申请。收到9件'), []);
  });

  it('in the part on them, unless another matter was spoken of', () => {
    assert.deepEqual(onRequests('收到9件'), ['new=9']);
    assert.deepEqual(onRequests('收到申请9件'), ['new=9']);
    assert.deepEqual(onRequests('认真办理信访。收到9件'), []);
    assert.deepEqual(stated('三、收到和处理政府信息公开申请情况', '收到申请9件'), ['new=9']);
    assert.deepEqual(stated('五、存在的主要问题及改进情况', '收到申请9件'), []);
  });

  it('not where another matter was named nearer to the figure', () => {
    assert.deepEqual(overview('除政府信息公开申请以外，收到信访件9件'), []);
    assert.deepEqual(overview('除信访件以外，收到政府信息公开申请9件'), ['new=9']);
    assert.deepEqual(onRequests('除信访件以外，收到9件'), []);
    assert.deepEqual(overview('我局办理政府信息公开申请。除信访件以外，收到9件'), []);
  });

  it('by the nearer of a request and an application', () => {
    assert.deepEqual(overview('政府信息公开申请与信访件中，收到申请9件'), ['new=9']);
  });

  it('not by an applicant or a form, nor by an application for something else', () => {
    for (const words of ['收到申请人来函9件', '收到申请表9件', '收到登记申请9件', '收到救助申请9件'])
      assert.deepEqual(overview(`我局办理政府信息公开申请。关注许可，${words}`), [], words);
    assert.deepEqual(overview('我局办理政府信息公开申请。关注许可，收到申请9件'), ['new=9']);
  });

  it('within 1,500 characters before the sentence', () => {
    const paragraph = (between: number) => `我局办理政府信息公开申请。${'字'.repeat(between)}。收到9件`;
    assert.deepEqual(overview(paragraph(1486)), ['new=9']);
    assert.deepEqual(overview(paragraph(1500)), []);
  });
});

describe('disputes are spoken of', () => {
  it('where the sentence, or the end of the one before it, is on disclosure', () => {
    assert.deepEqual(overview('因公开信息引发行政复议1件'), ['reconsideration=1']);
    assert.deepEqual(overview('引发行政复议1件，均与公开有关'), ['reconsideration=1']);
    assert.deepEqual(overview(`信息公开工作。${'字'.repeat(50)}。引发行政复议1件`), ['reconsideration=1']);
    assert.deepEqual(overview(`信息公开工作。${'字'.repeat(60)}。引发行政复议1件`), []);
    assert.deepEqual(overview('引发行政复议1件'), []);
  });

  it('in the chapter on them, and in the part on requests', () => {
    assert.deepEqual(stated('四、政府信息公开行政复议、行政诉讼情况', '引发行政复议1件'), ['reconsideration=1']);
    assert.deepEqual(onRequests('引发行政复议1件'), ['reconsideration=1']);
    assert.deepEqual(stated('一、总体情况', '（三）政府信息管理情况', '引发行政复议1件'), []);
  });

  it('where they are denied, by the same rule', () => {
    assert.deepEqual(overview('未发生行政复议、行政诉讼'), []);
    assert.deepEqual(overview('因信息公开未发生行政复议、行政诉讼'), ['disputes=0']);
    assert.deepEqual(stated('四、政府信息公开行政复议、行政诉讼情况', '未发生行政复议、行政诉讼'), ['disputes=0']);
  });
});

describe('documents are spoken of', () => {
  it('where they are named in the sentence, and no other matter nearer to the figure', () => {
    assert.deepEqual(overview('清理规范性文件，废止1件'), ['normativeRepealed=1']);
    assert.deepEqual(overview('清理规范性文件。废止1件'), []);
    assert.deepEqual(overview('清理规范性文件和网站栏目，废止1件'), []);
    assert.deepEqual(overview('清理网站栏目和规范性文件，废止1件'), ['normativeRepealed=1']);
  });

  it('where they are denied', () => assert.deepEqual(overview('未制定规范性文件'), ['normativeIssued=0']));
});
