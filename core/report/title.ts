import { fold } from '../text/fold';
import { readReport } from './bind';

/** The title of a report as one line, '' where it has none. */
export function titleOf(text: string): string {
  const { title } = readReport(text).identity;
  return title ? fold(text, title.start, title.end).replace(/#/g, '') : '';
}
