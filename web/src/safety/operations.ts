import { graphql } from "../graphql";

export const SETTINGS_FIELDS = graphql(`
  fragment SettingsFields on SafetySettings {
    version
    updatedAt
    updatedBy
    timeZone
    outreachPaused
    pauseReason
    pausedBy
    pausedAt
    ignorePlusTags
    maxPerDomainPerDay
    leadFrequency { days maxMessages }
    sendWindow { days start end timeZone useLeadTimeZone }
    channels {
      channel
      maxPerDay
      minGapSeconds
      gapSpreadSeconds
      limitToday
      sentToday
      reservedToday
      remainingToday
      warmup { enabled start increment max }
    }
    campaigns {
      campaign { id name }
      channels { channel maxPerDay effectiveMaxPerDay }
      sendWindow { days start end useLeadTimeZone }
    }
  }
`);

export const SETTINGS = graphql(`
  query Settings {
    safetySettings { ...SettingsFields }
  }
`);

export const USAGE = graphql(`
  subscription Usage {
    safetyUsage { ...SettingsFields }
  }
`);

export const SIMULATE = graphql(`
  query Simulate($days: Int!, $settings: SafetySettingsInput!) {
    simulateSafetySettings(days: $days, settings: $settings) {
      attempts
      since
      sent
      deferred
      blocked
      spared
      reallySent
      reallyDeferred
      reallyBlocked
      rules { rule deferred blocked }
    }
  }
`);

export const SAVE_SETTINGS = graphql(`
  mutation SaveSettings($input: UpdateSafetySettingsInput!) {
    updateSafetySettings(input: $input) {
      safetySettings { ...SettingsFields }
      userErrors { field message code }
    }
  }
`);

export const HISTORY = graphql(`
  query SettingsHistory($after: String) {
    safetySettings {
      history(first: 20, after: $after) {
        nodes { version at actor restoredFrom changes { path before after } }
        pageInfo { endCursor hasNextPage }
      }
    }
  }
`);

export const RESTORE = graphql(`
  mutation RestoreSettings($input: RestoreSafetySettingsInput!) {
    restoreSafetySettings(input: $input) {
      safetySettings { ...SettingsFields }
      userErrors { field message }
    }
  }
`);

export const SUPPRESSIONS = graphql(`
  query Suppressions($filter: SuppressionFilter, $after: String) {
    suppressions(first: 100, after: $after, filter: $filter) {
      nodes { id kind value reason source actor createdAt expiresAt active }
      pageInfo { endCursor hasNextPage }
      totalCount
    }
  }
`);

export const ADD_SUPPRESSIONS = graphql(`
  mutation AddSuppressions($input: AddSuppressionsInput!) {
    addSuppressions(input: $input) {
      results { value outcome message }
      userErrors { field message }
    }
  }
`);

export const IMPORT_SUPPRESSIONS = graphql(`
  mutation ImportSuppressions($input: ImportSuppressionsInput!) {
    importSuppressions(input: $input) {
      added
      already
      refused
      refusedRows { number message }
      userErrors { field message }
    }
  }
`);

export const REMOVE_SUPPRESSION = graphql(`
  mutation RemoveSuppression($input: RemoveSuppressionInput!) {
    removeSuppression(input: $input) {
      userErrors { field message }
    }
  }
`);
