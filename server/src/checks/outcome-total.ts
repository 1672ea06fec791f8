import { relationCheck } from './relations';

export const outcomeTotal = relationCheck('outcome-total');
