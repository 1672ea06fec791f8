import { severitiesSchema } from '../core/checks/settings';

/** JSON Schema (draft 7) of nianbao.json: what the editor completes and validates, and what `readProject` reads by. */
export const projectSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'nianbao.json',
  description: '本文件夹及其下各级文件夹中年报的检查设置 / Settings for the annual reports in and below this folder',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    checks: { ...severitiesSchema, description: '各项检查的级别，off 为关闭 / Severities of checks by code; off silences one' },
    organs: {
      description: '改过名、合并过的机关：原名到现名 / Organs that were renamed or merged: from the former name to the present one',
      type: 'object',
      additionalProperties: { type: 'string' },
    },
    rollup: {
      description:
        '本级政府的年报由哪些年报汇总：路径到路径列表，可用通配符，相对于本文件 / Which reports add up to which: from a path to paths or globs, relative to this file',
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'string' } },
    },
  },
  additionalProperties: false,
};
