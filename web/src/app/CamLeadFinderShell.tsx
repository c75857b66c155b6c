/** The frame: a rail of pages, the campaign above, and the emergency stop always at the same place. */
import { Box, Center, Loader } from "@mantine/core";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useQuery } from "urql";
import { CampaignSwitcher } from "./CampaignSwitcher";
import { CommandPalette } from "./CommandPalette";
import { ConnectionStrip } from "./ConnectionStrip";
import { EmergencyStop } from "./EmergencyStop";
import { Failed } from "./Failed";
import { usePlace } from "./place";
import { Rail } from "./Rail";
import { ViewerMenu } from "./ViewerMenu";
import { VIEWER, ViewerProvider } from "./viewer";

const LeadPanel = lazy(() => import("../leads/LeadPanel").then((module) => ({ default: module.LeadPanel })));

export function CamLeadFinderShell() {
  const [{ data, error }, ask] = useQuery({ query: VIEWER });
  const [{ lead }] = usePlace();
  if (data === undefined) {
    return (
      <Center h="100dvh" component="main">
        {error ? <Failed error={error} retry={() => ask({ requestPolicy: "network-only" })} /> : <Loader />}
      </Center>
    );
  }
  return (
    <ViewerProvider value={data.viewer}>
      <div className="cam-frame">
        <section className="cam-top" aria-label="Campaign and account">
          <CampaignSwitcher />
          <Box flex={1} />
          <CommandPalette />
          <EmergencyStop />
          <ViewerMenu />
        </section>
        <Rail />
        <main className="cam-main" id="main" tabIndex={-1}>
          <ConnectionStrip />
          <Suspense fallback={<Loader aria-label="The page is loading" />}>
            <Outlet />
          </Suspense>
        </main>
        <Suspense fallback={null}>{lead && <LeadPanel key={lead} leadId={lead} />}</Suspense>
      </div>
    </ViewerProvider>
  );
}
