import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { show } from "../testing";
import { TokenForm } from "./TokenForm";

test("the secret of a new token is shown once, and gone when the form is closed", async () => {
  const close = vi.fn();
  const create = vi.fn(() => ({
    createApiToken: { apiToken: { id: "1", name: "Import" }, secret: "cam_x7", userErrors: [] },
  }));
  show(<TokenForm opened close={close} />, { CreateToken: create });

  await userEvent.type(screen.getByLabelText(/Whose it is/), "Import");
  await userEvent.click(screen.getByRole("button", { name: "Create" }));

  expect(await screen.findByText("cam_x7")).toBeInTheDocument();
  expect(create).toHaveBeenCalledWith({ input: { name: "Import", role: "OPERATOR", days: 90 } });
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  expect(close).toHaveBeenCalled();
  expect(screen.queryByText("cam_x7")).not.toBeInTheDocument();
});

test("what the server says is wrong stands at its field", async () => {
  const refused = { apiToken: null, secret: null, userErrors: [{ field: ["input", "name"], message: "It is blank." }] };
  show(<TokenForm opened close={() => undefined} />, { CreateToken: () => ({ createApiToken: refused }) });

  await userEvent.type(screen.getByLabelText(/Whose it is/), " ");
  await userEvent.click(screen.getByRole("button", { name: "Create" }));

  expect(await screen.findByText("It is blank.")).toBeInTheDocument();
});
