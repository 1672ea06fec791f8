import { t } from '@vscode/l10n';
import { paragraphKey } from '../library/digest';
import { chapter, passages, title } from './support/examples';
import type { Check } from './support/finding';

/** What stands above the first chapter is the same every year, and is left out. */
export const copiedProse: Check = {
  code: 'copied-prose',
  severity: 'information',
  category: 'other-reports',
  title: { en: 'Copied prose', zh: '照抄上年' },
  description: {
    en: 'A paragraph that is last year’s, years aside. Short ones, and what stands above the first chapter, may be the same every year.',
    zh: '整段文字与上年年报相同（年份除外），短句和报告开头的说明不算。',
  },
  why: { en: 'A report tells what was done in its own year.', zh: '年报应当反映当年的工作。' },
  examples: {
    wrong: passages(
      title(),
      chapter('overview'),
      '全年围绕水利重点工作主动公开水库移民、河湖管理、水土保持等方面的政府信息，及时回应群众关切，依托县政府门户网站和政务新媒体两个渠道同步发布，公开内容更加贴近群众生产生活。',
    ),
    right: passages(
      title(),
      chapter('overview'),
      '今年新设河湖长制和农村饮水安全两个专栏，围绕汛期调度、工程建设、水费收支等群众关心的事项逐项公开，并在政务服务中心设立查阅点，公开渠道比以往更多，群众查阅更加方便。',
    ),
    other: {
      is: 'last',
      text: passages(
        title(2024),
        chapter('overview'),
        '全年围绕水利重点工作主动公开水库移民、河湖管理、水土保持等方面的政府信息，及时回应群众关切，依托县政府门户网站和政务新媒体两个渠道同步发布，公开内容更加贴近群众生产生活。',
      ),
    },
  },
  find({ report, paragraphs, neighbours: { last } }) {
    if (!last) return [];
    const { text } = report.document;
    return paragraphs.flatMap(({ start, end, chapter }) => {
      const key = chapter && paragraphKey(text.slice(start, end));
      if (!key || !last.paragraphs.has(key)) return [];
      return [{ start, end, message: t('This paragraph is last year’s, word for word.') }];
    });
  },
};
