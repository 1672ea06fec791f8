import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder of the pages, beside the folder of this module and of the bundles alike. */
const folder = pathToFileURL(path.join(__dirname, '..', 'docs', 'checks')).href;

/** Where the page of a check is installed: a file URL. */
export function checkPage(code: string): string {
  return `${folder}/${code}.md`;
}
