import { graphql } from "../graphql";

export const MESSAGES = graphql(`
  query Messages($filter: OutreachMessageFilter, $after: String) {
    outreachMessages(first: 100, after: $after, filter: $filter) {
      nodes {
        id
        status
        channel
        step
        subject
        recipient
        scheduledFor
        sentAt
        attempts
        error
        lead { id name timeZone }
        decision { allowed verdict rule nextEligibleAt checks { rule passed detail } }
      }
      pageInfo { endCursor hasNextPage }
      totalCount
    }
  }
`);

export const MESSAGE_TEXT = graphql(`
  query MessageText($id: ID!) {
    node(id: $id) { ... on OutreachMessage { id body } }
  }
`);

export const SETTLE = graphql(`
  mutation Settle($input: SettleOutreachMessageInput!) {
    settleOutreachMessage(input: $input) {
      outreachMessage { id status sentAt }
      userErrors { field message }
    }
  }
`);

export const TEMPLATES = graphql(`
  query Templates($after: String) {
    messageTemplates(first: 100, after: $after) {
      nodes { id name channel subject body version updatedAt }
      pageInfo { endCursor hasNextPage }
    }
  }
`);

export const CREATE_TEMPLATE = graphql(`
  mutation CreateTemplate($input: CreateMessageTemplateInput!) {
    createMessageTemplate(input: $input) {
      messageTemplate { id name channel subject body version updatedAt }
      userErrors { field message code }
    }
  }
`);

export const UPDATE_TEMPLATE = graphql(`
  mutation UpdateTemplate($input: UpdateMessageTemplateInput!) {
    updateMessageTemplate(input: $input) {
      messageTemplate { id name channel subject body version updatedAt }
      userErrors { field message code }
    }
  }
`);

export const DELETE_TEMPLATE = graphql(`
  mutation DeleteTemplate($id: ID!) {
    deleteMessageTemplate(input: { id: $id }) {
      userErrors { field message }
    }
  }
`);

export const PREVIEW_TEMPLATE = graphql(`
  query PreviewTemplate($leadId: ID!, $templateId: ID!) {
    previewMessageTemplate(leadId: $leadId, templateId: $templateId) { subject body problem }
  }
`);

export const SEQUENCES = graphql(`
  query Sequences($id: ID!) {
    campaign(id: $id) {
      id
      name
      outreachLive
      outreachSequences(first: 20) {
        nodes {
          id
          channel
          createdAt
          actor
          steps { number delayMinutes subject template { id name } }
          enrolments(first: 1) { totalCount }
        }
      }
    }
  }
`);

export const SET_LIVE = graphql(`
  mutation SetLive($id: ID!, $live: Boolean!) {
    updateCampaign(input: { id: $id, outreachLive: $live }) {
      campaign { id outreachLive }
      userErrors { field message }
    }
  }
`);

export const CANDIDATES = graphql(`
  query Candidates($filter: LeadFilter, $after: String) {
    leads(first: 100, after: $after, filter: $filter) {
      nodes { id name role company stage email }
      pageInfo { endCursor hasNextPage }
      totalCount
    }
  }
`);

export const SCHEDULE = graphql(`
  mutation Schedule($input: ScheduleOutreachInput!) {
    scheduleOutreach(input: $input) {
      enrolled
      skipped
      sequence { id }
      results {
        leadId
        outcome
        message
        scheduledFor
        subject
        body
        lead { id name timeZone }
        decision { allowed verdict rule nextEligibleAt checks { rule passed detail } }
      }
      userErrors { field message code }
    }
  }
`);

export const STOP_SEQUENCE = graphql(`
  mutation StopSequence($id: ID!) {
    stopOutreach(input: { sequenceId: $id }) {
      stopped
      userErrors { field message }
    }
  }
`);

export const TASKS = graphql(`
  query Tasks($filter: OutreachTaskFilter, $after: String) {
    outreachTasks(first: 50, after: $after, filter: $filter) {
      nodes {
        id
        open
        outcome
        note
        createdAt
        message { id channel recipient subject body lead { id name } }
      }
      pageInfo { endCursor hasNextPage }
      totalCount
    }
  }
`);

export const COMPLETE_TASK = graphql(`
  mutation CompleteTask($input: CompleteOutreachTaskInput!) {
    completeOutreachTask(input: $input) {
      outreachTask { id open outcome note }
      userErrors { field message }
    }
  }
`);

export const REPLIES = graphql(`
  query Replies($after: String) {
    replies(first: 50, after: $after) {
      nodes { id kind intent reason subject text sender receivedAt channel lead { id name } }
      pageInfo { endCursor hasNextPage }
      totalCount
    }
  }
`);

export const RECORD_REPLY = graphql(`
  mutation RecordReply($input: RecordReplyInput!) {
    recordReply(input: $input) {
      reply { id intent }
      userErrors { field message code }
    }
  }
`);
