import type { Citation, Source } from './model';

export const regulation: Source = {
  title: '《中华人民共和国政府信息公开条例》',
  about: '国务院令第711号，2019年5月15日起施行',
  url: 'https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm',
  alsoCited: ['《政府信息公开条例》', '国务院令第711号'],
};

export const format2019: Source = {
  title: '国办公开办函〔2019〕60号',
  about: '《中华人民共和国政府信息公开工作年度报告格式（试行）》，用于2019、2020年度',
};

export const format2021: Source = {
  title: '国办公开办函〔2021〕30号',
  about: '《中华人民共和国政府信息公开工作年度报告格式》，2021年9月26日印发，用于2021年度及以后',
};

export const feeRules: Source = {
  title: '国办函〔2020〕109号',
  about: '《政府信息公开信息处理费管理办法》',
};

/** An article of the regulation. */
export function article(name: string): Citation {
  return { source: regulation, article: name };
}

/** All documents that the form rests on. */
export const sources: readonly Source[] = [regulation, format2019, format2021, feeRules];

/** Where the central government's documents can be looked up by their number. */
export function searchFor(title: string): string {
  return `https://sousuo.www.gov.cn/sousuo/search.shtml?code=17da70961a7&dataTypeId=107&searchWord=${encodeURIComponent(title)}`;
}
