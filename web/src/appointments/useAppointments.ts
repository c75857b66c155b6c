/** Appointments of a period, page by page, as they change. */
import { useSubscription } from "urql";
import type { AppointmentFilter, PastAppointmentsQuery } from "../graphql/graphql";
import { usePages } from "../table/usePages";
import { useSoon } from "../time/useSoon";
import { APPOINTMENTS, APPOINTMENTS_CHANGE, PAST_APPOINTMENTS } from "./operations";

const PAUSE = 1_000;

/** The first of them first, or with `lastFirst` the last. */
export function useAppointments(filter: AppointmentFilter, { lastFirst }: { lastFirst: boolean }) {
  const coming = usePages(APPOINTMENTS, { filter }, (data) => data.appointments, { pause: lastFirst });
  const past = usePages(PAST_APPOINTMENTS, { filter }, (data) => turned(data.appointments), { pause: !lastFirst });
  const pages = lastFirst ? past : coming;
  const refreshSoon = useSoon(pages.refresh, PAUSE);
  useSubscription({ query: APPOINTMENTS_CHANGE }, (count: number = 0, { activity }) => {
    if (activity.kind.startsWith("APPOINTMENT_")) refreshSoon();
    return count + 1;
  });
  return pages;
}

/** A page which was read backwards, as if it had been read forwards. */
function turned({ nodes, pageInfo, totalCount }: PastAppointmentsQuery["appointments"]) {
  return {
    nodes: [...nodes].reverse(),
    pageInfo: { endCursor: pageInfo.startCursor, hasNextPage: pageInfo.hasPreviousPage },
    totalCount,
  };
}
