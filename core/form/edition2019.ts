import { chapters } from './chapters';
import { disputesTable } from './disputes';
import type { Edition, Entry, Measure } from './model';
import { requestsTable } from './requests';
import { article, format2019 } from './sources';

const contents = '信息内容';
const change: Measure = { unit: '项', signed: true };
const services: readonly Entry[] = [
  { id: 'lastYear', label: '上一年项目数量' },
  { id: 'change', label: '本年增/减', measure: change },
];
const handledServices: readonly Entry[] = [...services, { id: 'decisions', label: '处理决定数量' }];

/** The trial format of 2019: reports on 2019 and 2020 (国办公开办函〔2019〕60号). */
export const edition2019: Edition = {
  id: '2019',
  years: [2019, 2020],
  source: format2019,
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
            { id: 'created', label: '本年新制作数量' },
            { id: 'published', label: '本年新公开数量' },
            { id: 'available', label: '对外公开总数量' },
          ],
          rows: [
            { id: 'rules', label: '规章' },
            { id: 'normative', label: '规范性文件', alsoPrinted: ['行政规范性文件'] },
          ],
        },
        {
          title: '第二十条第（五）项',
          corner: contents,
          measure: { unit: '项' },
          citation: article('第二十条第（五）项'),
          columns: handledServices,
          rows: [
            { id: 'licensing', label: '行政许可' },
            { id: 'otherServices', label: '其他对外管理服务事项', alsoPrinted: ['其它对外管理服务事项'] },
          ],
        },
        {
          title: '第二十条第（六）项',
          corner: contents,
          measure: { unit: '项' },
          citation: article('第二十条第（六）项'),
          columns: handledServices,
          rows: [
            { id: 'penalty', label: '行政处罚' },
            { id: 'coercion', label: '行政强制' },
          ],
        },
        {
          title: '第二十条第（八）项',
          corner: contents,
          measure: { unit: '项' },
          citation: article('第二十条第（八）项'),
          columns: services,
          rows: [{ id: 'fees', label: '行政事业性收费' }],
        },
        {
          title: '第二十条第（九）项',
          corner: contents,
          measure: { unit: '项' },
          citation: article('第二十条第（九）项'),
          columns: [
            { id: 'projects', label: '采购项目数量' },
            { id: 'amount', label: '采购总金额', measure: { unit: '元', decimals: true } },
          ],
          rows: [{ id: 'procurement', label: '政府集中采购' }],
        },
      ],
    },
    requestsTable({ id: 'otherwise', label: '（六）其他处理', alsoPrinted: ['（六）其它处理'] }),
    disputesTable,
  ],
};
