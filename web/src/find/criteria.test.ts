import { expect, test } from "vitest";
import { appliedBy, EMPTY, fieldsFor, inputOf, type Source } from "./criteria";

const source = (platform: Source["platform"], capabilities: Partial<NonNullable<Source["capabilities"]>>): Source => ({
  platform,
  available: true,
  reasonUnavailable: null,
  capabilities: {
    description: "",
    searches: true,
    looksUp: false,
    requiredCriteria: [],
    platformCriteria: [],
    ...capabilities,
  },
});
const WEB = source("WEB", { requiredCriteria: ["seedUrls"], platformCriteria: ["seedUrls"] });
const BY_NAME = source("INSTAGRAM", { searches: false, looksUp: true, requiredCriteria: ["usernames"] });
const GITHUB = source("GITHUB", { platformCriteria: ["location"] });

test("a form asks only for what the chosen sources need", () => {
  expect(fieldsFor([WEB])).toEqual({ seedUrls: true, usernames: false });
  expect(fieldsFor([BY_NAME])).toEqual({ seedUrls: false, usernames: true });
  expect(fieldsFor([])).toEqual({ seedUrls: false, usernames: false });
});

test("it is said who applies a criterion", () => {
  expect(appliedBy("location", [GITHUB])).toMatch(/source itself/);
  expect(appliedBy("location", [WEB])).toMatch(/compared with what is found/);
  expect(appliedBy("location", [WEB, GITHUB])).toMatch(/some sources/);
});

test("what was left empty is not asked, and addresses stand one a line", () => {
  const values = {
    ...EMPTY,
    criteria: { ...EMPTY.criteria, seedUrls: " https://a.example\nhttps://b.example ", location: " " },
  };
  expect(inputOf(values)).toMatchObject({
    seedUrls: ["https://a.example", "https://b.example"],
    location: null,
    minFollowers: null,
    maxProfiles: 200,
  });
});
