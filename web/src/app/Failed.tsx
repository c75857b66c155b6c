/** A request that failed: said in words, where its answer would stand, with a way to try again. */
import { Alert, Button, Group, Text } from "@mantine/core";
import type { CombinedError } from "urql";

export function Failed({ error, retry }: { error: CombinedError; retry?: () => void }) {
  return (
    <Alert color="red" variant="light" role="alert" my="sm">
      <Group justify="space-between">
        <Text>{inWords(error)}</Text>
        {retry && (
          <Button variant="default" onClick={retry}>
            Try again
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** What a person can do something with. */
export function inWords(error: CombinedError): string {
  if (error.networkError) return "The server cannot be reached. What you typed is kept.";
  return error.graphQLErrors.map((one) => one.message).join(" ");
}
