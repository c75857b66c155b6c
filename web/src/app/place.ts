/** Where one is: campaign, open lead and filters stand in the address, so that a view can be sent as a link. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

export type Place = Record<string, string | undefined>;

/** What the address holds after its `?`, and how to change it; undefined takes something out. */
export function usePlace(): [Place, (patch: Place, options?: { replace?: boolean }) => void] {
  const place = useSearch({ strict: false }) as Place;
  const navigate = useNavigate();
  const change = useCallback(
    (patch: Place, options?: { replace?: boolean }) => {
      void navigate({
        to: ".",
        search: ((before: Place) => ({ ...before, ...patch })) as never,
        replace: options?.replace ?? false,
      });
    },
    [navigate],
  );
  return [place, change];
}

/** The campaign that is worked on; undefined for all of them. */
export function useCampaignId(): string | undefined {
  return usePlace()[0].campaign;
}

/** Open a lead beside what is on the screen (over it, on a phone). */
export function useOpenLead(): (leadId: string | undefined) => void {
  const [, change] = usePlace();
  return useCallback((leadId) => change({ lead: leadId }), [change]);
}
