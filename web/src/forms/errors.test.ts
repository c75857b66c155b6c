import { expect, test } from "vitest";
import { errorsByField } from "./errors";

test("an error stands at its field, without the argument's name in front", () => {
  expect(errorsByField([{ field: ["input", "criteria", "seedUrls"], message: "None is given." }])).toEqual({
    "criteria.seedUrls": "None is given.",
  });
});

test("two errors of one field are both told", () => {
  const errors = [
    { field: ["name"], message: "It is blank." },
    { field: ["name"], message: "It is taken." },
  ];
  expect(errorsByField(errors)).toEqual({ name: "It is blank. It is taken." });
});
