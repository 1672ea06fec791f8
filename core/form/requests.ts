import type { Entry, TableForm } from './model';
import { article } from './sources';

/** The table of chapter 三. The editions differ in the rows of （六）其他处理 only. */
export function requestsTable(otherwise: Entry): TableForm {
  return {
    id: 'requests',
    chapter: 'requests',
    blocks: [
      {
        corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        over: '申请人情况',
        measure: { unit: '件' },
        columns: [
          { id: 'natural', label: '自然人' },
          {
            label: '法人或其他组织',
            children: [
              { id: 'business', label: '商业企业' },
              { id: 'research', label: '科研机构' },
              { id: 'nonprofit', label: '社会公益组织' },
              { id: 'legal', label: '法律服务机构' },
              { id: 'other', label: '其他', alsoPrinted: ['其它'] },
            ],
          },
          { id: 'total', label: '总计', alsoPrinted: ['合计'], sums: 'row-total' },
        ],
        rows: [
          { id: 'new', label: '一、本年新收政府信息公开申请数量', citation: article('第二十七条') },
          { id: 'carriedIn', label: '二、上年结转政府信息公开申请数量' },
          {
            label: '三、本年度办理结果',
            children: [
              { id: 'granted', label: '（一）予以公开', citation: article('第三十六条') },
              {
                id: 'partial',
                label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
                citation: article('第三十七条'),
              },
              {
                id: 'refused',
                label: '（三）不予公开',
                children: [
                  { id: 'secret', label: '1.属于国家秘密', citation: article('第十四条') },
                  { id: 'law', label: '2.其他法律行政法规禁止公开', citation: article('第十四条') },
                  { id: 'safety', label: '3.危及“三安全一稳定”', citation: article('第十四条') },
                  { id: 'thirdParty', label: '4.保护第三方合法权益', citation: article('第十五条') },
                  { id: 'internal', label: '5.属于三类内部事务信息', citation: article('第十六条') },
                  { id: 'process', label: '6.属于四类过程性信息', citation: article('第十六条') },
                  { id: 'caseFile', label: '7.属于行政执法案卷', citation: article('第十六条') },
                  { id: 'inquiry', label: '8.属于行政查询事项', citation: article('第三十六条第（七）项') },
                ],
              },
              {
                id: 'unavailable',
                label: '（四）无法提供',
                children: [
                  { id: 'notHeld', label: '1.本机关不掌握相关政府信息', citation: article('第三十六条第（四）、（五）项') },
                  { id: 'mustCreate', label: '2.没有现成信息需要另行制作', citation: article('第三十八条') },
                  { id: 'unclear', label: '3.补正后申请内容仍不明确', citation: article('第三十条') },
                ],
              },
              {
                id: 'rejected',
                label: '（五）不予处理',
                children: [
                  { id: 'petition', label: '1.信访举报投诉类申请', citation: article('第三十九条') },
                  { id: 'repeat', label: '2.重复申请', citation: article('第三十六条第（六）项') },
                  { id: 'publication', label: '3.要求提供公开出版物', citation: article('第三十九条') },
                  { id: 'excessive', label: '4.无正当理由大量反复申请', citation: article('第三十五条') },
                  { id: 'confirm', label: '5.要求行政机关确认或重新出具已获取信息' },
                ],
              },
              otherwise,
              { id: 'handled', label: '（七）总计', alsoPrinted: ['（七）合计'], sums: 'column-total' },
            ],
          },
          { id: 'carriedOut', label: '四、结转下年度继续办理' },
        ],
      },
    ],
    balances: [{ code: 'flow-balance', left: ['new', 'carriedIn'], right: ['handled', 'carriedOut'], total: 'handled' }],
    carryOver: { from: 'carriedOut', to: 'carriedIn' },
  };
}
