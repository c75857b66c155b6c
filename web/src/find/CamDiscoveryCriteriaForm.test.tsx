import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { show } from "../testing";
import { CamDiscoveryCriteriaForm } from "./CamDiscoveryCriteriaForm";

const SOURCES = () => ({
  sources: [
    {
      platform: "WEB",
      available: true,
      reasonUnavailable: null,
      capabilities: {
        description: "Reads public pages.",
        searches: true,
        looksUp: false,
        requiredCriteria: ["seedUrls"],
        platformCriteria: ["seedUrls"],
      },
    },
    { platform: "GITHUB", available: false, reasonUnavailable: "No source for it is installed.", capabilities: null },
  ],
});

test("a source that cannot be used says why, and cannot be chosen", async () => {
  show(<CamDiscoveryCriteriaForm campaignId="1" opened close={vi.fn()} created={vi.fn()} />, { Sources: SOURCES });

  expect(await screen.findByLabelText(/GitHub/)).toBeDisabled();
  expect(screen.getByText("No source for it is installed.")).toBeInTheDocument();
});

test("what the server says of a field stands at that field, and nothing is run", async () => {
  const created = vi.fn();
  const userErrors = [{ field: ["input", "criteria", "seedUrls"], message: "Name a page.", code: "REQUIRED" }];
  show(<CamDiscoveryCriteriaForm campaignId="1" opened close={vi.fn()} created={created} />, {
    Sources: SOURCES,
    CreateJob: () => ({ createDiscoveryJob: { discoveryJob: null, userErrors } }),
  });

  await userEvent.click(await screen.findByLabelText(/Web pages/));
  await userEvent.type(screen.getByLabelText(/Name of the job/), "Engineers");
  await userEvent.click(screen.getByRole("button", { name: "Create and run" }));

  expect(await screen.findByText("Name a page.")).toBeInTheDocument();
  expect(created).not.toHaveBeenCalled();
});
