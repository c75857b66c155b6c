import type { CodegenConfig } from "@graphql-codegen/cli";

// Types of every operation in src/, from the schema as it is committed: a changed schema breaks the build, not the user.
const config: CodegenConfig = {
  schema: "../schema.graphql",
  documents: ["src/**/*.{ts,tsx}", "!src/graphql/**"],
  ignoreNoDocuments: true,
  generates: {
    "src/graphql/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: {
          DateTime: "string",
          EmailAddress: "string",
          JSON: "unknown",
          LocalDateTime: "string",
          LocalTime: "string",
          TimeZone: "string",
          URL: "string",
        },
      },
    },
  },
};

export default config;
