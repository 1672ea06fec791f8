import { t } from '@vscode/l10n';
import { readReport } from '../../core/report/bind';
import type { Report } from '../../core/report/report';
import { decode } from '../../core/text/decode';
import { lineAt } from '../../core/text/document';
import { linesOfPassages } from '../../core/writing/draft';
import type { Foreign } from '../../core/writing/foreign';
import { type PageElement, readWebPage, type WebPage, type WebPassage } from './read-page';

/** Reads the report within a web page (.html in UTF-8 or GB18030). Throws an `Unreadable`. */
export function readWebReport(bytes: Uint8Array): Foreign {
  return reportWithin(readWebPage(decode(bytes).text));
}

/** How many passages above the report may hold its title. */
const titleReach = 40;
/** Longer passages belong to the report, not to the site's frame around it. */
const longestFrame = 80;

/** Text that a site puts between the title and the report, and after it. */
const frameText =
  /^(?:[【[]?(?:发布(?:日期|时间|机构|者)?|发文(?:日期|字号)?|成文日期|生成日期|更新(?:日期|时间)|信息来源|文章来源|来源|作者|责任编辑|编辑|浏览(?:次数|量)?|点击(?:数|量|次数)?|访问量|阅读(?:次数|量)?|字体|字号|分享(?:到)?|打印(?:本页)?|关闭(?:窗口|本页)?|索引号|主题分类|扫一扫|上一篇|下一篇|相关(?:链接|文档|附件)|附件下载|返回(?:顶部|首页)?|当前位置|您(?:当前)?(?:的位置|现在的位置)|首页|版权所有|主办单位|承办单位|网站地图|网站标识码|联系我们|技术支持)(?:[】\]：:\s|>＞/·]|$)|.{0,12}ICP备)/;

/**
 * The report within a page: the content of the smallest element that holds all its chapters and tables, and its title from
 * above. Menus, footers and the like are left out.
 */
export function reportWithin({ passages, title: pageTitle, pictures }: WebPage): Foreign {
  const notes = pictures > 0 ? [t('pictures: left out ({0})', pictures)] : [];
  const whole = readPassages(passages);
  const formPassages = passagesOfForm(whole);
  if (formPassages.length === 0) return { passages: passages.map(({ passage }) => passage), notes };
  const root = formPassages.map((index) => passages[index].place).reduce(commonElement);
  const isWithin = ({ place }: WebPassage) => commonElement(place, root) === root;
  let kept = passages.map((each, index) => ({ ...each, index })).filter(isWithin);

  // After the last chapter's text: links and what the site says about itself.
  const lastOfForm = formPassages[formPassages.length - 1];
  while (kept.length > 0 && kept[kept.length - 1].index > lastOfForm && isFrame(kept[kept.length - 1])) kept.pop();
  // The same may stand before the first chapter.
  const firstOfForm = formPassages[0];
  kept = kept.filter((each) => each.index >= firstOfForm || !isFrame(each));

  if (!readPassages(kept).report.identity.title) {
    const above = passages.map((each, index) => ({ ...each, index })).slice(Math.max(0, kept[0].index - titleReach), kept[0].index);
    const titled = above.findLast((each) => !each.isLink && readPassages([each, ...kept]).report.identity.title);
    const own = { passage: { kind: 'text' as const, text: pageTitle.split(/\s*[-_|–—]+\s*/)[0] }, place: root, isLink: false, index: -1 };
    const found = titled ?? (pageTitle !== '' && readPassages([own, ...kept]).report.identity.title ? own : undefined);
    if (found) kept.unshift(found);
    if (found === own) notes.push(t('title: taken from the page’s own'));
    if (titled && namesNoOrgan(kept)) kept = withTitleFrom(passages, titled.index, kept);
  }
  const left = passages.length - kept.filter(({ index }) => index >= 0).length;
  if (left > 0) notes.push(t('what surrounds the report on the page: left out ({0} passages)', left));
  return { passages: kept.map(({ passage }) => passage), notes };
}

function readPassages(passages: readonly WebPassage[]): { report: Report; starts: number[] } {
  const { lines, starts } = linesOfPassages(passages.map(({ passage }) => passage));
  return { report: readReport(lines.join('\n')), starts };
}

/** The passages that are headings of chapters or tables of the form, in the page’s order. */
function passagesOfForm({ report, starts }: { report: Report; starts: number[] }): number[] {
  const anchored = [
    ...report.chapters.map(({ line }) => line),
    ...Object.values(report.tables).flatMap(({ start, end }) => [lineAt(report.document, start), lineAt(report.document, end)]),
  ];
  return [...new Set(anchored.map((line) => starts.findLastIndex((start) => start <= line)))].sort((a, b) => a - b);
}

/** The innermost element that holds both. */
function commonElement(a: PageElement, b: PageElement): PageElement {
  let [one, other]: [PageElement | undefined, PageElement | undefined] = [a, b];
  while (one && other && one !== other) {
    if (one.depth >= other.depth) one = one.parent;
    else other = other.parent;
  }
  return one ?? a;
}

/** How many lines above the last line of a title may belong to it. */
const mostTitleLines = 3;

/** The passages with those above that hold the beginning of the title, with the organ's name. */
function withTitleFrom<P extends WebPassage & { index: number }>(passages: readonly WebPassage[], first: number, kept: readonly P[]) {
  for (let more = 1; more <= Math.min(mostTitleLines, first); more++) {
    const above = passages.slice(first - more, first).map((each, step) => ({ ...each, index: first - more + step }));
    if (!above.some(isFrame) && !namesNoOrgan([...above, ...kept])) return [...above, ...kept];
  }
  return [...kept];
}

/** True if the title does not name the organ. */
function namesNoOrgan(passages: readonly WebPassage[]): boolean {
  return readPassages(passages).report.identity.organ === null;
}

function isFrame({ passage, isLink }: WebPassage): boolean {
  return passage.kind === 'text' && (isLink || (passage.text.length <= longestFrame && frameText.test(passage.text)));
}
