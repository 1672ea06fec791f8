import type { Citation } from '../../form';
import type { Severity } from './finding';

/** A text in both languages; `zh` is simplified Chinese. Plain data, so that pages and schemas can show both at once. */
export interface Bilingual {
  en: string;
  zh: string;
}

/** What a check is about; `categories` names them in both languages. */
export type Category = 'structure' | 'tables' | 'form' | 'sums' | 'prose' | 'signature' | 'other-reports';

export const categories: Readonly<Record<Category, Bilingual>> = {
  structure: { en: 'Chapters and parts', zh: '章节结构' },
  tables: { en: 'Rows and cells of the tables', zh: '表格内容' },
  form: { en: 'The wording and layout of the form', zh: '格式写法' },
  sums: { en: 'Relations between figures', zh: '勾稽关系' },
  prose: { en: 'Prose', zh: '文字内容' },
  signature: { en: 'Signature and date', zh: '落款' },
  'other-reports': { en: 'Against other reports', zh: '与其他年报比较' },
};

/** The smallest texts that show a check. They are excerpts: what they leave out is missing on purpose. */
export interface Examples {
  wrong: string;
  right: string;
  /** The other report that both are compared with: last year's, or one that adds up to this one. */
  other?: { is: 'last' | 'below'; text: string };
}

/** A constant that decides what a check finds. */
export interface Parameter {
  value: number;
  means: Bilingual;
}

/** What is known of a check before it runs. Pages, the manifest, the JSON schema and SARIF's rules are made from it. */
export interface CheckMetadata {
  /** Public and permanent: kebab-case English. */
  code: string;
  severity: Severity;
  category: Category;
  /** A few words; in Chinese the check's name wherever people see it. */
  title: Bilingual;
  /** What it finds, and what its fix does. */
  description: Bilingual;
  /** Why a finding matters. */
  why: Bilingual;
  /** The rules that it rests on; none for plain arithmetic and care. */
  source?: readonly Citation[];
  examples: Examples;
  parameters?: readonly Parameter[];
}
