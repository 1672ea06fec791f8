import type { Figures } from './figures';

/** Prose that states figures as offices do; every sentence is right. */
export function proseOn(figures: Figures): string[] {
  const get = (id: string) => figures.get(id) ?? 0;
  const sum = (prefix: string, suffix = '.total') =>
    [...figures].reduce((all, [id, value]) => (id.startsWith(prefix) && id.endsWith(suffix) ? all + value : all), 0);
  const organisations = ['business', 'research', 'nonprofit', 'legal', 'other'].reduce(
    (all, column) => all + get(`requests.new.${column}`),
    0,
  );
  return [
    `制定发布规范性文件${get('proactive.normative.issued')}件，清理废止${get('proactive.normative.repealed')}件，现行有效${get('proactive.normative.effective')}件。`,
    `全年共收到政府信息公开申请${get('requests.new.total')}件，其中自然人申请${get('requests.new.natural')}件，法人或其他组织申请${organisations}件；` +
      `上年结转${get('requests.carriedIn.total')}件；办结${get('requests.handled.total')}件，其中予以公开${get('requests.granted.total')}件、` +
      `部分公开${get('requests.partial.total')}件、不予公开${sum('requests.refused.')}件、无法提供${sum('requests.unavailable.')}件、` +
      `不予处理${sum('requests.rejected.')}件、其他处理${sum('requests.otherwise')}件；结转下年度${get('requests.carriedOut.total')}件。`,
    `发生政府信息公开行政复议${get('disputes.reconsideration.total')}起、行政诉讼${get('disputes.litigationDirect.total') + get('disputes.litigationAfter.total')}起。`,
  ];
}
