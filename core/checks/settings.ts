import { severities } from './check';
import { checks } from './index';
import { pageOf } from './pages';

/** JSON Schema (draft 7) of severities by code: of the setting `nianbao.checks`, and of `checks` in nianbao.json. */
export const severitiesSchema = {
  type: 'object',
  properties: Object.fromEntries(
    checks.map((check) => [check.code, { enum: severities, default: check.severity, markdownDescription: aboutOf(pageOf(check)) }]),
  ),
  additionalProperties: false,
};

/** What a page says before its examples, without its title. */
function aboutOf(page: string): string {
  return page.slice(page.indexOf('\n'), page.indexOf('\n## ')).trim();
}
