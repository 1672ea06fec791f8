import { relationCheck } from './relations';

export const rowTotal = relationCheck('row-total');
