import path from "node:path";
import { expect, test } from "vitest";
import { styled } from "./styles.ts";

const packages = path.resolve(import.meta.dirname, "../node_modules/@mantine");

test("a component needs its own styles and those of what it is made of", () => {
  const styles = styled(new Set(["Button"]), packages);
  expect([...styles]).toEqual(expect.arrayContaining(["Button", "UnstyledButton", "Loader"]));
});

test("what is not reached is left out", () => {
  expect(styled(new Set(["Button"]), packages)).not.toContain("Stepper");
  expect(styled(new Set(["MantineProvider", "NoSuchComponent"]), packages)).not.toContain("Button");
});
