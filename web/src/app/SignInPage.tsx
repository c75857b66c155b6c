/** Signing in with an API token. */
import { Anchor, Button, Center, Paper, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { keepToken } from "./session";

const VIEWER = JSON.stringify({ query: "{ viewer { name } }" });

export function SignInPage() {
  const [token, setToken] = useState("");
  const [problem, setProblem] = useState<string>();
  const [asking, setAsking] = useState(false);

  const signIn = async (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
    const refused = await refusal(token.trim());
    setAsking(false);
    if (refused === undefined) keepToken(token.trim());
    else setProblem(refused);
  };

  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper component="form" onSubmit={signIn} withBorder p="xl" w="100%" maw={400}>
        <Stack>
          <Title order={1} fz="xl">
            Sign in to CAM
          </Title>
          <PasswordInput
            label="API token"
            description="Begins with cam_. `make run` prints an address which signs you in by itself."
            autoComplete="current-password"
            autoFocus
            required
            value={token}
            onChange={(event) => setToken(event.currentTarget.value)}
            error={problem}
          />
          <Button type="submit" size="sm" loading={asking} disabled={token.trim() === ""}>
            Sign in
          </Button>
          <Text size="sm" c="dimmed">
            Administrators make tokens on the page Tokens, or with <code>cam-graphql token create</code>. Queries can be
            tried in{" "}
            <Anchor href="/graphiql" inherit underline="always">
              GraphiQL
            </Anchor>
            .
          </Text>
        </Stack>
      </Paper>
    </Center>
  );
}

/** Why the token is not taken; undefined where it is. */
async function refusal(token: string): Promise<string | undefined> {
  try {
    const answer = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: VIEWER,
    });
    if (answer.ok && !(await answer.json()).errors) return undefined;
    if (answer.status === 429) return "Too many wrong tokens. Wait a minute, then try again.";
    return "This token is not known, has expired or was revoked.";
  } catch {
    return "The server cannot be reached.";
  }
}
