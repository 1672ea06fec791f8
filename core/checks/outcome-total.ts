import { relationCheck } from './support/relations';

export const outcomeTotal = relationCheck('outcome-total');
