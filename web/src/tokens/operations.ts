import { graphql } from "../graphql";

export const TOKENS = graphql(`
  query Tokens($after: String) {
    apiTokens(first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { id name prefix role createdBy createdAt lastUsedAt expiresAt revokedAt revokedBy active }
      pageInfo { endCursor hasNextPage }
      totalCount
    }
  }
`);

export const CREATE_TOKEN = graphql(`
  mutation CreateToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      apiToken { id name }
      secret
      userErrors { field message }
    }
  }
`);

export const REVOKE_TOKEN = graphql(`
  mutation RevokeToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      apiToken { id active revokedAt revokedBy }
      userErrors { field message }
    }
  }
`);
