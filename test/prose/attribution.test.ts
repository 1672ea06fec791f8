import assert from 'node:assert/strict';
import { stated } from '../support/stated';

/** What is bound of a clause on requests. */
const bound = (clause: string) => stated(`政府信息公开申请方面，${clause}`);

describe('a figure is the organ’s own of the reported year', () => {
  it('where nothing else is said', () => assert.deepEqual(bound('收到9件'), ['new=9']));

  it('not where it is a difference', () => {
    for (const words of ['收到数增加9件', '收到的比上次少9件', '收到数同比为9件']) assert.deepEqual(bound(words), [], words);
    assert.deepEqual(bound('数量增加，收到9件'), ['new=9']);
    assert.deepEqual(bound('因申请渠道增加而使得全年收到的有9件'), ['new=9'], 'more than eight characters before the figure');
  });

  it('not where it is on parts of the organ or on others', () => {
    for (const words of ['各镇收到9件', '下属单位收到9件', '其他部门收到9件']) assert.deepEqual(bound(words), [], words);
    assert.deepEqual(bound('各镇积极配合，收到9件'), ['new=9']);
  });

  it('not where the clause names other years in words', () => {
    for (const words of ['去年收到9件', '上年度收到9件', '累计收到9件', '自2019年以来收到9件']) assert.deepEqual(bound(words), [], words);
    assert.deepEqual(bound('与去年相比持平，收到9件'), ['new=9']);
    assert.deepEqual(bound('去年结转3件'), ['carriedIn=3']);
    assert.deepEqual(bound('结转自上年3件'), ['carriedIn=3']);
  });

  it('not where the clause names a part of the year', () => {
    for (const words of ['一季度收到9件', '上半年收到9件', '6月份收到9件', '1-6月收到9件', '一至6月收到9件'])
      assert.deepEqual(bound(words), [], words);
  });

  it('not where the year named last in the sentence is another', () => {
    assert.deepEqual(bound('2024年，收到9件'), []);
    assert.deepEqual(bound('2024年收到9件'), []);
    assert.deepEqual(bound('与2024年相比，2025年收到9件'), ['new=9']);
    assert.deepEqual(bound('2024年结转的已办结，收到9件'), ['new=9']);
    assert.deepEqual(bound('2025年收到9件'), ['new=9']);
  });

  it('not where another organ has received it', () => {
    assert.deepEqual(bound('县公安局收到9件'), []);
    assert.deepEqual(bound('县公安局共受理9件'), []);
    assert.deepEqual(bound('县水利局收到9件'), ['new=9']);
    assert.deepEqual(bound('2025年度县水利局收到9件'), ['new=9']);
    assert.deepEqual(bound('县公安局配合，收到9件'), ['new=9']);
  });

  it('where it is denied, by the same rules', () => {
    assert.deepEqual(stated('未收到政府信息公开申请'), ['new=0']);
    assert.deepEqual(stated('去年未收到政府信息公开申请'), []);
    assert.deepEqual(stated('2024年，未收到政府信息公开申请'), []);
    assert.deepEqual(stated('各镇未收到政府信息公开申请'), []);
  });
});
