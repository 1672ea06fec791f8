import { statementsOf } from '../../core/prose/statements';
import { readReport } from '../../core/report/bind';
import { outlineOf } from '../../core/report/outline';
import { paragraphsOf } from '../../core/report/paragraphs';

/** What a sentence states in a report of the water office: subject=value, with ~ where the figure is not exact. */
export function stated(sentence: string, { year = '2025年' }: { year?: string } = {}): string[] {
  const report = readReport(`平安县水利局${year}政府信息公开工作年度报告\n\n一、总体情况\n\n${sentence}\n`);
  return statementsOf(report, paragraphsOf(report, outlineOf(report))).map(
    ({ subject, value, exact }) => `${subject}=${value}${exact ? '' : '~'}`,
  );
}
