import { relationCheck } from './support/relations';

export const rowTotal = relationCheck('row-total');
