import { t } from '@vscode/l10n';
import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { damaged } from '../bounds/archive';
import { inspectXml } from '../bounds/xml';
import { type Level, type List, Numbering } from './numbering';

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const strictNamespace = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** The parts of a Word file that its text depends on. */
export interface WordParts {
  document: Uint8Array;
  styles?: Uint8Array;
  numbering?: Uint8Array;
}

/**
 * Writes into the document's XML what a Word file leaves to the program that shows it: the numbers of numbered paragraphs,
 * and the content of text boxes after the paragraph that they are anchored in. Removes pictures and hidden text. `notes`:
 * what was removed or decided. Throws an `Unreadable`.
 */
export function prepareDocument({ document, styles, numbering }: WordParts): { xml: string; notes: string[] } {
  const dom = parseXml(document, 'w:tbl');
  const notes: string[] = [];
  const all = (name: string, within: Document | Element = dom) => elements(within, name);
  const tracked = all('del').length + all('ins').length + all('moveFrom').length;
  if (tracked > 0) notes.push(t('tracked changes: taken as accepted'));
  if (all('commentReference').length > 0) notes.push(t('comments on the document: left out'));

  let hidden = 0;
  for (const mark of all('vanish')) {
    const run = enclosing(mark, 'r');
    if (!run || isOff(mark) || all('t', run).length === 0) continue;
    run.parentNode?.removeChild(run);
    hidden++;
  }
  if (hidden > 0) notes.push(t('hidden text: left out'));

  moveTextBoxesOut(dom);
  const pictures = ['drawing', 'pict', 'object'].flatMap((name) => all(name));
  for (const picture of pictures) picture.parentNode?.removeChild(picture);
  const shown = pictures.filter((picture) => all('txbxContent', picture).length === 0).length;
  if (shown > 0) notes.push(t('pictures: left out ({0})', shown));
  for (const field of all('fldSimple')) unwrap(field);
  for (const name of ['dir', 'bdo']) for (const element of all(name)) unwrap(element);
  writeNumbers(dom, styles, numbering);
  return { xml: new XMLSerializer().serializeToString(dom), notes };
}

function parseXml(bytes: Uint8Array, table?: string): Document {
  const xml = inspectXml(bytes, table);
  try {
    return new DOMParser({ onError: () => undefined }).parseFromString(xml, 'text/xml');
  } catch {
    throw damaged();
  }
}

/** Elements of Word's namespace in the document's order, as a list that does not change with the document. */
function elements(within: Document | Element, name: string): Element[] {
  const found = Array.from(within.getElementsByTagNameNS(wordNamespace, name));
  return found.length > 0 ? found : Array.from(within.getElementsByTagNameNS(strictNamespace, name));
}

function child(element: Element | undefined, ...names: string[]): Element | undefined {
  let at = element;
  for (const name of names) at = at && childElements(at).find((each) => each.localName === name);
  return at;
}

function childElements(element: Element): Element[] {
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
}

function enclosing(element: Element, name: string): Element | undefined {
  let at: Element | null = element.parentElement;
  while (at && at.localName !== name) at = at.parentElement;
  return at ?? undefined;
}

function valueIn(element: Element | undefined, name = 'val'): string | undefined {
  return (element?.getAttributeNS(wordNamespace, name) || element?.getAttributeNS(strictNamespace, name)) ?? undefined;
}

function isOff(toggle: Element): boolean {
  return ['0', 'false', 'off'].includes(valueIn(toggle) ?? '');
}

function unwrap(element: Element): void {
  while (element.firstChild) element.parentNode?.insertBefore(element.firstChild, element);
  element.parentNode?.removeChild(element);
}

/** Moves the content of text boxes after the paragraph that the box is anchored in. A box often has a second copy (fallback). */
function moveTextBoxesOut(dom: Document): void {
  for (const alternative of Array.from(dom.getElementsByTagNameNS('*', 'AlternateContent'))) {
    const [choice] = childElements(alternative).filter(({ localName }) => localName === 'Choice');
    const fallbacks = childElements(alternative).filter(({ localName }) => localName === 'Fallback');
    if (choice && elements(choice, 'txbxContent').length > 0) for (const fallback of fallbacks) alternative.removeChild(fallback);
    else if (choice && fallbacks.length > 0) alternative.removeChild(choice);
  }
  for (const box of elements(dom, 'txbxContent').reverse()) {
    let anchor = enclosing(box, 'p');
    while (anchor && enclosing(anchor, 'p') && !insideBox(anchor)) anchor = enclosing(anchor, 'p');
    if (!anchor?.parentNode) continue;
    for (const block of childElements(box).reverse()) anchor.parentNode.insertBefore(block, anchor.nextSibling);
  }
  for (const alternative of Array.from(dom.getElementsByTagNameNS('*', 'AlternateContent')))
    alternative.parentNode?.removeChild(alternative);
}

function insideBox(paragraph: Element): boolean {
  return paragraph.parentElement?.localName === 'txbxContent';
}

/** Writes the numbers of numbered paragraphs into their text. */
function writeNumbers(dom: Document, styles: Uint8Array | undefined, numbering: Uint8Array | undefined): void {
  if (!numbering) return;
  const ofStyles = styles ? wordStyles(parseXml(styles)) : new Map<string, Style>();
  const lists = wordLists(parseXml(numbering), ofStyles);
  const count = new Numbering(lists);
  for (const paragraph of elements(dom, 'p')) {
    const properties = child(paragraph, 'pPr');
    const own = child(properties, 'numPr');
    const inherited = styleNumber(valueIn(child(properties, 'pStyle')), ofStyles);
    const list = valueIn(child(own, 'numId')) ?? inherited?.list;
    const depth = Number(valueIn(child(own, 'ilvl')) ?? inherited?.depth ?? 0);
    if (own) own.parentNode?.removeChild(own);
    if (!list || list === '0' || !Number.isInteger(depth)) continue;
    // An empty paragraph counts, but its number is not shown.
    const number = count.next(list, depth);
    if (number === '' || elements(paragraph, 't').length === 0) continue;
    const prefix = paragraph.prefix ? `${paragraph.prefix}:` : '';
    const run = dom.createElementNS(paragraph.namespaceURI, `${prefix}r`);
    const text = dom.createElementNS(paragraph.namespaceURI, `${prefix}t`);
    text.setAttribute('xml:space', 'preserve');
    text.appendChild(dom.createTextNode(number));
    run.appendChild(text);
    paragraph.insertBefore(run, properties ? properties.nextSibling : paragraph.firstChild);
  }
}

interface Style {
  basedOn: string | undefined;
  list: string | undefined;
  depth: string | undefined;
}

function wordStyles(dom: Document): Map<string, Style> {
  return new Map(
    elements(dom, 'style').map((style) => {
      const number = child(style, 'pPr', 'numPr');
      return [
        valueIn(style, 'styleId') ?? '',
        { basedOn: valueIn(child(style, 'basedOn')), list: valueIn(child(number, 'numId')), depth: valueIn(child(number, 'ilvl')) },
      ];
    }),
  );
}

/** Most steps along styles that are based on each other, since they may form a cycle. */
const mostStyleSteps = 20;

function styleNumber(id: string | undefined, styles: ReadonlyMap<string, Style>): Style | undefined {
  let style = id === undefined ? undefined : styles.get(id);
  for (let step = 0; style && step < mostStyleSteps; step++) {
    if (style.list !== undefined) return style;
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return undefined;
}

function wordLists(dom: Document, styles: ReadonlyMap<string, Style>): Map<string, List> {
  const abstract = new Map(elements(dom, 'abstractNum').map((each) => [valueIn(each, 'abstractNumId') ?? '', each]));
  const numbers = new Map(elements(dom, 'num').map((each) => [valueIn(each, 'numId') ?? '', each]));
  const levelsOf = (id: string, steps = 0): Map<number, Level> => {
    const definition = abstract.get(id);
    const linked = styles.get(valueIn(child(definition, 'numStyleLink')) ?? '')?.list;
    const other = linked === undefined ? undefined : valueIn(child(numbers.get(linked), 'abstractNumId'));
    if (other !== undefined && other !== id && steps < mostStyleSteps) return levelsOf(other, steps + 1);
    return new Map((definition ? childElements(definition) : []).filter(({ localName }) => localName === 'lvl').map(levelIn));
  };
  return new Map(
    [...numbers].map(([id, number]) => {
      const series = valueIn(child(number, 'abstractNumId')) ?? '';
      const levels = levelsOf(series);
      const restarts = new Map<number, number>();
      for (const override of childElements(number).filter(({ localName }) => localName === 'lvlOverride')) {
        const depth = Number(valueIn(override, 'ilvl'));
        const start = valueIn(child(override, 'startOverride'));
        if (start !== undefined) restarts.set(depth, Number(start));
        const own = child(override, 'lvl');
        if (own) levels.set(...levelIn(own));
      }
      return [id, { series, levels, restarts }];
    }),
  );
}

function levelIn(level: Element): [number, Level] {
  return [
    Number(valueIn(level, 'ilvl')),
    {
      start: Number(valueIn(child(level, 'start')) ?? 1),
      format: valueIn(child(level, 'numFmt')) ?? 'decimal',
      text: valueIn(child(level, 'lvlText')) ?? '',
      isLegal: !!child(level, 'isLgl'),
    },
  ];
}
