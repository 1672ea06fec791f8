import { type CompiledEdition, editions, type Field } from '../form';

/** For each edition, the fields of it that are counted together; none where the edition does not have them. */
export type FieldsByEdition = ReadonlyMap<CompiledEdition, readonly Field[]>;

/**
 * The fields that identifiers stand for. A `*` in an identifier stands for any row of a group: requests.refused.*.total.
 * @param owner who names the fields, for the message
 * @throws Error where an identifier stands for no field of any edition
 */
export function resolveFields(owner: string, ids: readonly string[]): FieldsByEdition {
  const unknown = ids.filter((id) => editions.every((edition) => fieldsNamed(id, edition).length === 0));
  if (unknown.length > 0) throw new Error(`${owner}: no edition has the field ${unknown.join(', ')}`);
  return new Map(editions.map((edition) => [edition, ids.flatMap((id) => fieldsNamed(id, edition))]));
}

function fieldsNamed(id: string, { fields }: CompiledEdition): readonly Field[] {
  const [head, tail] = id.split('*');
  if (tail === undefined) return fields.filter((field) => field.id === id);
  return fields.filter((field) => field.id.startsWith(head) && field.id.endsWith(tail) && field.id.length > head.length + tail.length);
}
