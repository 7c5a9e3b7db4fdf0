/** As much of JSON Schema draft 7 as our schema uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly title?: string;
  readonly $schema?: string;
}

/** Whether an editor with this schema would accept the value: the path of the first fault, or `undefined`. */
export function faultIn(
  value: unknown,
  schema: JsonSchema,
  root: JsonSchema,
  path = "$",
): string | undefined {
  if (schema.$ref) {
    return faultIn(value, root.$defs![schema.$ref.replace("#/$defs/", "")]!, root, path);
  }
  if (schema.anyOf?.every((form) => faultIn(value, form, root, path) !== undefined)) {
    return `${path}: none of the forms`;
  }
  const types = schema.type === undefined ? undefined : [schema.type].flat();
  if (types && !types.some((type) => isOf(value, type))) return `${path}: type`;
  if ("const" in schema && value !== schema.const) return `${path}: const`;
  if (schema.enum && !schema.enum.includes(value)) return `${path}: enum`;
  if (typeof value === "string" && schema.pattern && !new RegExp(schema.pattern).test(value))
    return `${path}: pattern`;
  if (typeof value === "number") {
    const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity } = schema;
    if (value < minimum || value > maximum || value <= exclusiveMinimum) return `${path}: bounds`;
  }
  if (Array.isArray(value)) return faultInList(value, schema, root, path);
  if (typeof value === "object" && value !== null) return faultInMap(value, schema, root, path);
  return undefined;
}

function faultInList(
  value: unknown[],
  schema: JsonSchema,
  root: JsonSchema,
  path: string,
): string | undefined {
  if (value.length < (schema.minItems ?? 0)) return `${path}: minItems`;
  for (const [index, item] of value.entries()) {
    const fault = schema.items && faultIn(item, schema.items, root, `${path}[${index}]`);
    if (fault) return fault;
  }
  return undefined;
}

function faultInMap(value: object, schema: JsonSchema, root: JsonSchema, path: string): string | undefined {
  for (const key of schema.required ?? []) if (!Object.hasOwn(value, key)) return `${path}.${key}: required`;
  for (const [key, inner] of Object.entries(value)) {
    const of = schema.properties?.[key] ?? schema.additionalProperties;
    if (of === false) return `${path}.${key}: unknown`;
    const fault = typeof of === "object" ? faultIn(inner, of, root, `${path}.${key}`) : undefined;
    if (fault) return fault;
  }
  return undefined;
}

function isOf(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
