import { graphql } from "../graphql";

export const MOVE_LEAD = graphql(`
  mutation MoveLead($input: UpdateLeadStageInput!) {
    updateLeadStage(input: $input) {
      lead { id name stage stageEnteredAt version }
      userErrors { field message code }
    }
  }
`);
