import * as z from 'zod/mini';
import { actorKinds, entityKinds, precisions } from '../model/entity';

/** One operation of the bridge: its argument schema, and (as a type only) what it answers. */
export interface Operation<Args, Value> {
  readonly args: z.ZodMiniType<Args>;
  /** Never set: carries the type of the answer. */
  readonly value?: Value;
}

/** Declares an operation: `operation<Answer>()(argsSchema)`. */
export function operation<Value>() {
  return <Schema extends z.ZodMiniType>(args: Schema): Operation<z.infer<Schema>, Value> =>
    ({ args }) as Operation<z.infer<Schema>, Value>;
}

export type ArgsOf<Op> = Op extends Operation<infer Args, unknown> ? Args : never;
export type ValueOf<Op> =
  Op extends Operation<never, infer Value>
    ? Value
    : Op extends Operation<infer _, infer Value>
      ? Value
      : never;

/** No arguments. */
export const nothing = z.strictObject({});
export const id = z.string().check(z.minLength(1), z.maxLength(64));
/** Words a person types into a field: bounded, so that no message can exhaust memory. */
export const line = z.string().check(z.maxLength(10_000));
export const longText = z.string().check(z.maxLength(200_000_000));
export const count = z.int().check(z.minimum(0));
export const pageSize = z.int().check(z.minimum(1), z.maximum(500));
/** Where a place is: WGS 84, in degrees; `source` says where that is from, with the licence. */
export const pointGiven = z.strictObject({
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
  radiusKm: z.nullable(z.number().check(z.positive())),
  source: line,
});
/** An entity to make. `where`: of a place, where it is and as what it is known there. */
export const newEntity = {
  kind: z.enum(entityKinds),
  actorKind: z.enum(actorKinds),
  name: line,
  where: z.optional(z.strictObject({ point: pointGiven, precision: z.enum(precisions) })),
};
/** A date as it is given: EDTF, the words it came from, and the article whose publication date these count from. */
export const dateGiven = z.strictObject({
  edtf: line,
  words: line,
  referenceArticleId: z.optional(z.nullable(id)),
});
