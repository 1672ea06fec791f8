import { relationCheck } from './relations';

export const columnTotal = relationCheck('column-total');
