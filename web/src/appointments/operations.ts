import { graphql } from "../graphql";

export const APPOINTMENT_LINE = graphql(`
  fragment AppointmentLine on Appointment {
    id
    title
    startsAt
    endsAt
    durationMinutes
    timeZone
    status
    location
    calendarLink
    notes
    cancelReason
    host { id name timeZone }
    lead { id name company timeZone }
  }
`);

export const APPOINTMENTS = graphql(`
  query Appointments($filter: AppointmentFilter, $after: String) {
    appointments(first: 100, after: $after, filter: $filter) {
      nodes { ...AppointmentLine }
      pageInfo { endCursor hasNextPage }
      totalCount
    }
  }
`);

/** The last first: a page is what comes before another one. */
export const PAST_APPOINTMENTS = graphql(`
  query PastAppointments($filter: AppointmentFilter, $after: String) {
    appointments(last: 100, before: $after, filter: $filter) {
      nodes { ...AppointmentLine }
      pageInfo { startCursor hasPreviousPage }
      totalCount
    }
  }
`);

export const APPOINTMENTS_CHANGE = graphql(`
  subscription AppointmentsChange($after: String) {
    activity(after: $after) { sequence kind }
  }
`);

export const HOSTS = graphql(`
  query Hosts {
    hosts(first: 100) {
      nodes {
        id
        name
        timeZone
        hasCalendarFeed
        workingHours {
          monday { start end }
          tuesday { start end }
          wednesday { start end }
          thursday { start end }
          friday { start end }
          saturday { start end }
          sunday { start end }
        }
      }
    }
  }
`);

export const FREE_SLOTS = graphql(`
  query FreeSlots($host: String!, $durationMinutes: Int!, $from: DateTime!, $to: DateTime!) {
    freeSlots(host: $host, durationMinutes: $durationMinutes, from: $from, to: $to) { startsAt endsAt }
  }
`);

export const HOLD_SLOT = graphql(`
  mutation HoldSlot($input: HoldSlotInput!) {
    holdSlot(input: $input) {
      token
      expiresAt
      userErrors { field message code }
    }
  }
`);

export const SEARCH_LEADS = graphql(`
  query SearchLeads($filter: LeadFilter) {
    leads(first: 10, filter: $filter) { nodes { id name company timeZone } }
  }
`);

export const WHO_IS_MET = graphql(`
  query WhoIsMet($id: ID!) {
    lead(id: $id) { id name timeZone }
  }
`);

export const BOOK = graphql(`
  mutation Book($input: CreateAppointmentInput!) {
    createAppointment(input: $input) {
      appointment { ...AppointmentLine }
      userErrors { field message code }
    }
  }
`);

export const RESCHEDULE = graphql(`
  mutation Reschedule($input: RescheduleAppointmentInput!) {
    rescheduleAppointment(input: $input) {
      appointment { ...AppointmentLine }
      userErrors { field message code }
    }
  }
`);

export const UPDATE_APPOINTMENT = graphql(`
  mutation UpdateAppointment($input: UpdateAppointmentInput!) {
    updateAppointment(input: $input) {
      appointment { ...AppointmentLine }
      userErrors { field message }
    }
  }
`);

export const CANCEL = graphql(`
  mutation CancelAppointment($input: CancelAppointmentInput!) {
    cancelAppointment(input: $input) {
      appointment { ...AppointmentLine }
      userErrors { field message }
    }
  }
`);

export const COMPLETE = graphql(`
  mutation CompleteAppointment($input: CompleteAppointmentInput!) {
    completeAppointment(input: $input) {
      appointment { ...AppointmentLine }
      userErrors { field message }
    }
  }
`);

export const NO_SHOW = graphql(`
  mutation NoShow($id: ID!) {
    markNoShow(input: { id: $id }) {
      appointment { ...AppointmentLine }
      userErrors { field message }
    }
  }
`);

export const ICS = graphql(`
  query Ics($id: ID!) {
    appointment(id: $id) { id ics }
  }
`);

export const UPDATE_HOST = graphql(`
  mutation UpdateHost($input: UpdateHostInput!) {
    updateHost(input: $input) {
      host { id name timeZone }
      userErrors { field message }
    }
  }
`);

export const OPEN_FEED = graphql(`
  mutation OpenFeed($hostId: ID!) {
    openCalendarFeed(input: { hostId: $hostId }) {
      path
      host { id hasCalendarFeed }
      userErrors { field message }
    }
  }
`);

export const REVOKE_FEED = graphql(`
  mutation RevokeFeed($hostId: ID!) {
    revokeCalendarFeed(input: { hostId: $hostId }) {
      host { id hasCalendarFeed }
      userErrors { field message }
    }
  }
`);
