import fc from 'fast-check';

/** Pieces of text that tables are made of, and some that they are not. */
const piece = fc.oneof(
  fc.constantFrom(
    '\t',
    '|',
    '||',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '　',
    '\ufeff',
    '规章',
    '0',
    '１２',
    '1,234',
    '/',
    '—',
    '无',
    '一、总体情况',
    '（一）主动公开',
    '# ',
    '<!--',
    '-->',
    '---',
    '[bookmark: a]',
    '𠮷',
    '😀',
    '总计',
    '3.其他',
    '行政复议',
  ),
  fc.string({ maxLength: 4 }),
);
export const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
