import { chapters } from './chapters';
import { disputesTable } from './disputes';
import type { Edition, Entry } from './model';
import { requestsTable } from './requests';
import { article, format2021 } from './sources';

const contents = '信息内容';
const decisions: readonly Entry[] = [{ id: 'decisions', label: '本年处理决定数量' }];

/** The format of 2021: reports on 2021 and every later year (国办公开办函〔2021〕30号). */
export const edition2021: Edition = {
  id: '2021',
  years: [2021, 9999],
  source: format2021,
  chapters,
  tables: [
    {
      id: 'proactive',
      chapter: 'proactive',
      blocks: [
        {
          title: '第二十条第（一）项',
          corner: contents,
          measure: { unit: '件' },
          citation: article('第二十条第（一）项'),
          columns: [
            { id: 'issued', label: '本年制发件数', formerly: 'created' },
            { id: 'repealed', label: '本年废止件数' },
            { id: 'effective', label: '现行有效件数' },
          ],
          stock: { total: 'effective', added: 'issued', removed: 'repealed' },
          rows: [
            { id: 'rules', label: '规章' },
            { id: 'normative', label: '行政规范性文件', alsoPrinted: ['规范性文件'] },
          ],
        },
        {
          title: '第二十条第（五）项',
          corner: contents,
          measure: { unit: '件' },
          citation: article('第二十条第（五）项'),
          columns: decisions,
          rows: [{ id: 'licensing', label: '行政许可' }],
        },
        {
          title: '第二十条第（六）项',
          corner: contents,
          measure: { unit: '件' },
          citation: article('第二十条第（六）项'),
          columns: decisions,
          rows: [
            { id: 'penalty', label: '行政处罚' },
            { id: 'coercion', label: '行政强制' },
          ],
        },
        {
          title: '第二十条第（八）项',
          corner: contents,
          measure: { unit: '万元', decimals: true },
          citation: article('第二十条第（八）项'),
          columns: [{ id: 'amount', label: '本年收费金额（单位：万元）' }],
          rows: [{ id: 'fees', label: '行政事业性收费' }],
        },
      ],
    },
    requestsTable({
      id: 'otherwise',
      label: '（六）其他处理',
      alsoPrinted: ['（六）其它处理'],
      children: [
        {
          id: 'notCorrected',
          label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
          citation: article('第三十条'),
        },
        {
          id: 'notPaid',
          label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
          citation: article('第四十二条'),
        },
        { id: 'rest', label: '3.其他', alsoPrinted: ['3.其它'], formerly: 'otherwise' },
      ],
    }),
    disputesTable,
  ],
};
