import { currentLanguage } from '../language';
import { checks } from './index';

/** What people see a check called: in Chinese its name (行合计), in English its code. */
export function checkName(code: string): string {
  return currentLanguage() === 'en' ? code : (checks.find((check) => check.code === code)?.title.zh ?? code);
}

/** The name with the code, where that is needed besides: 行合计 row-total. */
export function checkNameAndCode(code: string): string {
  const name = checkName(code);
  return name === code ? code : `${name} ${code}`;
}
