import { relationCheck } from './support/relations';

export const flowBalance = relationCheck('flow-balance');
