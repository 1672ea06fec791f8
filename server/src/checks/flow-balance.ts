import { relationCheck } from './relations';

export const flowBalance = relationCheck('flow-balance');
