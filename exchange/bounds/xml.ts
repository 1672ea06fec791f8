import { t } from '@vscode/l10n';
import { Parser } from 'htmlparser2';
import { Unreadable } from '../../core/writing/foreign';
import { damaged } from './archive';

/** Limits of XML in files of other programs. */
const mostDepth = 256;
const mostElements = 3_000_000;
/** How deep tables may be nested in tables. */
export const mostNested = 20;

/**
 * Scans an XML text before a library reads it whole: throws an `Unreadable` if it is nested too deep or too long for a
 * document, or declares entities. `table`: the name of table elements, whose nesting has a lower limit. Returns the text.
 */
export function inspectXml(bytes: Uint8Array, table?: string): string {
  const xml = new TextDecoder().decode(bytes);
  let depth = 0;
  let nested = 0;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (++elements > mostElements) throw new Unreadable(t('it holds too much'));
        if (++depth > mostDepth) throw new Unreadable(t('it is nested too deep'));
        if (name === table && ++nested > mostNested) throw tooManyTables();
      },
      onclosetag: (name) => {
        depth--;
        if (name === table) nested--;
      },
      onprocessinginstruction: (name) => {
        if (/^!doctype/i.test(name)) throw new Unreadable(t('it declares entities of its own, which no Office file does'));
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(xml);
  parser.end();
  if (elements === 0) throw damaged();
  return xml;
}

export function tooManyTables(): Unreadable {
  return new Unreadable(t('its tables stand in each other more than {0} deep', mostNested));
}
