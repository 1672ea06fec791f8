import type { FromPreview, PlainRange, ToPreview } from './messages';
import { findAgain, makeReachable, type Remembered, remember, showTitles } from './reach';
import { keepTotals } from './totals';

/* The preview's own side: shows what it is given, follows the cursor and the scrolling, and tells what is clicked. */

declare function acquireVsCodeApi(): { postMessage(message: FromPreview): void; setState(state: unknown): void };

const vscode = acquireVsCodeApi();
const report = document.getElementById('report') as HTMLElement;
const status = document.getElementById('status') as HTMLElement;
/** Where the focus was, if what had it was drawn again while the keyboard was elsewhere. */
let left: Remembered | undefined;
/** Until when the page's scrolling is an echo of the editor's, in milliseconds. */
let quietUntil = 0;
const echo = 300;

/** Every element that represents a stretch of the text, with its place, in the text's order. */
let places: { element: HTMLElement; range: PlainRange }[] = [];

function rangeOf(element: HTMLElement): PlainRange {
  return (element.dataset.range ?? '').split(',').map(Number) as PlainRange;
}

function show(html: string): void {
  const top = document.documentElement.scrollTop;
  const focused = remember(report) ?? left;
  report.innerHTML = html;
  makeReachable(report);
  keepTotals(report);
  places = [...report.querySelectorAll<HTMLElement>('[data-range]')]
    .filter((element) => !element.closest('.notes, .missing'))
    .map((element) => ({ element, range: rangeOf(element) }));
  quietUntil = Date.now() + echo;
  document.documentElement.scrollTop = top;
  left = focused;
  // Focusing would take the keyboard from the text.
  if (document.hasFocus()) returnFocus();
}

/** Puts the focus back to where it was before the page was drawn again. */
function returnFocus(): void {
  const again = left && findAgain(report, left);
  left = undefined;
  again?.focus({ preventScroll: true });
}

/** The last element that begins on or above a line. */
function elementOn(line: number): HTMLElement | undefined {
  const element = places.findLast(({ range }) => range[0] <= line)?.element;
  // A table that is wider than the page is not to be moved sideways.
  return element?.closest('tr') ?? element;
}

function scrollTo(line: number): void {
  const element = elementOn(line);
  quietUntil = Date.now() + echo;
  if (element && line > 0) element.scrollIntoView({ block: 'start' });
  else document.documentElement.scrollTop = 0;
}

function markCursor(line: number, character: number): void {
  for (const element of report.querySelectorAll('.cursor')) element.classList.remove('cursor');
  const at = places.findLast(({ range: [startLine, startCharacter, endLine, endCharacter] }) => {
    const begun = startLine < line || (startLine === line && startCharacter <= character);
    return begun && (endLine > line || (endLine === line && endCharacter >= character));
  });
  if (!at) return;
  at.element.classList.add('cursor');
  const { top, bottom } = at.element.getBoundingClientRect();
  if (top >= 0 && bottom <= window.innerHeight) return;
  quietUntil = Date.now() + echo;
  at.element.scrollIntoView({ block: 'center' });
}

window.addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  switch (data.kind) {
    case 'show':
      vscode.setState({ uri: data.uri });
      show(data.html);
      if (status.textContent !== data.summary) status.textContent = data.summary;
      break;
    case 'scroll':
      scrollTo(data.line);
      break;
    case 'cursor':
      markCursor(data.line, data.character);
      break;
  }
});

report.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || document.getSelection()?.isCollapsed === false) return;
  goTo(target);
});

report.addEventListener('keydown', (event) => {
  if ((event.key !== 'Enter' && event.key !== ' ') || !(event.target instanceof Element) || !event.target.matches('.stop')) return;
  event.preventDefault();
  goTo(event.target);
});

function goTo(element: Element): void {
  const place = element.closest<HTMLElement>('[data-range]');
  if (place) vscode.postMessage({ kind: 'clicked', range: rangeOf(place) });
}

showTitles(report);
window.addEventListener('focus', () => {
  if (document.activeElement === document.body) returnFocus();
});
window.addEventListener('resize', () => keepTotals(report));

let scrolled: number | undefined;
window.addEventListener('scroll', () => {
  if (Date.now() < quietUntil || scrolled !== undefined) return;
  scrolled = window.requestAnimationFrame(() => {
    scrolled = undefined;
    const first = places.find(({ element }) => element.getBoundingClientRect().bottom > 0);
    if (first) vscode.postMessage({ kind: 'scrolled', line: first.range[0] });
  });
});

vscode.postMessage({ kind: 'ready' });
