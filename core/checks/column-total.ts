import { relationCheck } from './support/relations';

export const columnTotal = relationCheck('column-total');
