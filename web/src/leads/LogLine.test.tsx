import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { show } from "../testing";
import { LogLine } from "./LogLine";

const taken = () => ({ logContactEvent: { contactEvent: null, userErrors: [] } });

test("one line and Enter log a call, and the line is empty for the next", async () => {
  const log = vi.fn(taken);
  const logged = vi.fn();
  show(<LogLine leadId="7" logged={logged} />, { LogContact: log });

  await userEvent.type(screen.getByLabelText("What it was about"), "Wants a demo{Enter}");

  expect(log).toHaveBeenCalledWith({
    input: expect.objectContaining({ leadId: "7", channel: "PHONE", direction: "OUTBOUND", summary: "Wants a demo" }),
  });
  expect(logged).toHaveBeenCalledOnce();
  expect(screen.getByLabelText("What it was about")).toHaveValue("");
});

test("a line that was refused stays, and is the same event when it is sent again", async () => {
  const refused = {
    logContactEvent: { contactEvent: null, userErrors: [{ field: ["summary"], message: "Too long." }] },
  };
  const log = vi.fn((_: Record<string, unknown>) => refused);
  show(<LogLine leadId="7" logged={vi.fn()} />, { LogContact: log });

  await userEvent.type(screen.getByLabelText("What it was about"), "Wants a demo{Enter}{Enter}");

  expect(screen.getByLabelText("What it was about")).toHaveValue("Wants a demo");
  const keys = log.mock.calls.map(([{ input }]) => (input as { idempotencyKey: string }).idempotencyKey);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});
