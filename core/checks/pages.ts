import { currentLanguage } from '../language';
import type { Check, Severity } from './support/finding';
import { type Bilingual, categories, type Examples } from './support/metadata';

/* What people read of a check, made from its metadata. */

export const severityNames: Readonly<Record<Severity, Bilingual>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  information: { en: 'information', zh: '提示' },
  hint: { en: 'hint', zh: '建议' },
};

/** The text in the language of this process's messages. */
export function inLanguage({ en, zh }: Bilingual): string {
  return currentLanguage() === 'en' ? en : zh;
}

/** The first sentence of what a check finds: one line for lists. */
export function summaryOf({ description: { en, zh } }: Check): Bilingual {
  return { en: /^.*?\.(?= |$)/s.exec(en)?.[0] ?? en, zh: /^.*?。/s.exec(zh)?.[0] ?? zh };
}

const others: Readonly<Record<NonNullable<Examples['other']>['is'], Bilingual>> = {
  last: { en: 'Last year’s report', zh: '上年年报' },
  below: { en: 'A report below', zh: '所属单位年报' },
};

/** The page of a check as Markdown: Chinese and English, with its examples. */
export function pageOf({ code, severity, category, title, description, why, source, parameters, examples }: Check): string {
  const both = ({ en, zh }: Bilingual) => `${zh} · ${en}`;
  const cited = source?.map((citation) => `${citation.source.title}${citation.article ?? ''}`).join('、');
  const example = (heading: Bilingual, text: string) => [`## ${both(heading)}`, `\`\`\`nianbao\n${text}\`\`\``];
  return `${[
    `# ${code} ${title.zh}`,
    `级别 · Severity: ${both(severityNames[severity])}`,
    `类别 · Category: ${both(categories[category])}`,
    description.zh,
    `为什么要查：${why.zh}`,
    `**${title.en}.** ${description.en}`,
    `Why it matters: ${why.en}`,
    ...(cited ? [`依据 · Source: ${cited}`] : []),
    ...(parameters ? [parameters.map(({ value, means }) => `- ${both(means)}: ${value}`).join('\n')] : []),
    ...example({ en: 'Wrong', zh: '错误示例' }, examples.wrong),
    ...example({ en: 'Right', zh: '正确示例' }, examples.right),
    ...(examples.other ? example(others[examples.other.is], examples.other.text) : []),
    `忽略此处 · Silence here: \`<!-- nianbao-ignore ${code}: … -->\``,
    `关闭此项 · Silence everywhere: \`"${code}": "off"\`（设置 nianbao.checks，或 nianbao.json 的 checks · in the setting nianbao.checks, or under checks in nianbao.json）`,
  ].join('\n\n')}\n`;
}

/** All checks as a Markdown list by category, in one language, each with a link to its page. */
export function listOf(checks: readonly Check[], language: keyof Bilingual): string {
  return Object.entries(categories)
    .flatMap(([category, name]) => {
      const own = checks.filter((check) => check.category === category);
      const rows = own.map((check) => {
        const what = language === 'zh' ? `${check.title.zh}：${summaryOf(check).zh}` : summaryOf(check).en;
        return `| [\`${check.code}\`](docs/checks/${check.code}.md) | ${severityNames[check.severity][language]} | ${what} |`;
      });
      const head = language === 'zh' ? '| 代码 | 级别 | 查什么 |' : '| code | severity | finds |';
      return own.length > 0 ? [`**${name[language]}**`, [head, '| --- | --- | --- |', ...rows].join('\n')] : [];
    })
    .join('\n\n');
}
