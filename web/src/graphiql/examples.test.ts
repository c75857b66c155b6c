import { readFileSync } from "node:fs";
import {
  buildSchema,
  coerceInputValue,
  type GraphQLError,
  OperationTypeNode,
  parse,
  typeFromAST,
  validate,
} from "graphql";
import { expect, test } from "vitest";
import { EXAMPLES } from "./examples";

const schema = buildSchema(readFileSync("../schema.graphql", "utf8"));
const operations = EXAMPLES.map((example) => ({ ...example, document: parse(example.query) }));

test.each(operations)("“$name” asks for what the schema has", ({ document }) => {
  expect(validate(schema, document)).toEqual([]);
});

test.each(operations)("“$name” names its variables as they are taken", ({ document, variables = {} }) => {
  const [definition] = document.definitions;
  if (definition?.kind !== "OperationDefinition") throw new Error("an example is one operation");
  const declared = Object.fromEntries(
    (definition.variableDefinitions ?? []).map((one) => [one.variable.name.value, one.type]),
  );
  const problems: GraphQLError[] = [];
  for (const [name, value] of Object.entries(variables)) {
    const type = declared[name] && typeFromAST(schema, declared[name] as never);
    if (!type) throw new Error(`$${name} is not declared`);
    coerceInputValue(value, type as never, (_path, _value, error) => problems.push(error));
  }
  expect(problems).toEqual([]);
});

test("every subscription has an example", () => {
  const asked = operations
    .flatMap(({ document }) => document.definitions)
    .flatMap((one) =>
      one.kind === "OperationDefinition" && one.operation === OperationTypeNode.SUBSCRIPTION ? [one] : [],
    )
    .flatMap((one) => one.selectionSet.selections)
    .flatMap((one) => (one.kind === "Field" ? [one.name.value] : []));
  expect(asked.sort()).toEqual(Object.keys(schema.getSubscriptionType()?.getFields() ?? {}).sort());
});
