import { graphql } from "../graphql";

export const IMPORT_LINE = graphql(`
  fragment ImportLine on LeadImport {
    id
    filename
    status
    dryRun
    rowsRead
    rowsTotal
    createdCount
    updatedCount
    unchangedCount
    rejectedCount
    errorMessage
    createdAt
    completedAt
  }
`);

export const PREVIEW_IMPORT = graphql(`
  query PreviewImport($input: PreviewImportInput!) {
    previewImport(input: $input) {
      format
      encoding
      delimiter
      columns { column field samples }
    }
  }
`);

export const IMPORT_LEADS = graphql(`
  mutation ImportLeads($input: ImportLeadsInput!) {
    importLeads(input: $input) {
      leadImport { ...ImportLine }
      userErrors { field message code }
    }
  }
`);

export const IMPORT_GOES_ON = graphql(`
  subscription ImportGoesOn($id: ID!, $after: String) {
    leadImport(id: $id, after: $after) { sequence leadImport { ...ImportLine } }
  }
`);

export const ONE_IMPORT = graphql(`
  query OneImport($id: ID!) {
    leadImport(id: $id) {
      ...ImportLine
      rows(first: 50, filter: { outcome: { eq: REJECTED } }) {
        nodes { id number problems { column message } }
        totalCount
      }
    }
  }
`);

export const IMPORTS = graphql(`
  query Imports($filter: LeadImportFilter) {
    leadImports(first: 10, filter: $filter) { nodes { ...ImportLine } }
  }
`);

export const CANCEL_IMPORT = graphql(`
  mutation CancelImport($id: ID!) {
    cancelLeadImport(input: { id: $id }) {
      leadImport { ...ImportLine }
      userErrors { field message }
    }
  }
`);
