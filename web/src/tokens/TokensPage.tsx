/** Who may use the API, and as what. For administrators. */
import { Badge, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { Nothing } from "../app/Nothing";
import { useMay } from "../app/viewer";
import type { TokensQuery } from "../graphql/graphql";
import { CamTable, type Column } from "../table/CamTable";
import { usePages } from "../table/usePages";
import { Ago } from "../time/Ago";
import { TOKENS } from "./operations";
import { RevokeToken } from "./RevokeToken";
import { TokenForm } from "./TokenForm";

type Token = TokensQuery["apiTokens"]["nodes"][number];

export function TokensPage() {
  return useMay("ADMIN") ? (
    <Tokens />
  ) : (
    <>
      <Title order={1} fz="xl">
        Tokens
      </Title>
      <Nothing title="Tokens are managed by administrators">Ask one for a token with the role you need.</Nothing>
    </>
  );
}

function Tokens() {
  const pages = usePages(TOKENS, {}, (data) => data.apiTokens);
  const [creating, { open, close }] = useDisclosure();
  const [revoking, setRevoking] = useState<Token>();
  const columns = useMemo(() => columnsWith(setRevoking), []);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1} fz="xl">
          Tokens
        </Title>
        <Button onClick={open}>New token</Button>
      </Group>
      <CamTable
        name="Tokens"
        columns={columns}
        pages={pages}
        rowLabel={(token) => token.name}
        empty={<Nothing title="There are no tokens yet">A program or a person needs one to use the API.</Nothing>}
        card={(token) => <TokenCard token={token} revoke={setRevoking} />}
      />
      <TokenForm opened={creating} close={close} />
      <RevokeToken token={revoking} close={() => setRevoking(undefined)} />
    </Stack>
  );
}

function columnsWith(revoke: (token: Token) => void): Column<Token>[] {
  return [
    { id: "name", header: "Name", width: "minmax(120px, 2fr)", cell: (token) => token.name },
    { id: "role", header: "Role", width: "100px", cell: (token) => token.role },
    { id: "state", header: "State", width: "90px", cell: (token) => <State token={token} /> },
    { id: "prefix", header: "Begins with", width: "120px", cell: (token) => <code>{token.prefix}…</code> },
    { id: "used", header: "Last used", cell: (token) => <When at={token.lastUsedAt} otherwise="never" /> },
    { id: "expires", header: "Expires", cell: (token) => <When at={token.expiresAt} otherwise="never" /> },
    { id: "by", header: "Created by", cell: (token) => token.createdBy },
    { id: "created", header: "Created", hidden: true, cell: (token) => <Ago at={token.createdAt} /> },
    { id: "revoke", header: "Revoke", width: "90px", cell: (token) => <RevokeButton token={token} revoke={revoke} /> },
  ];
}

function TokenCard({ token, revoke }: { token: Token; revoke: (token: Token) => void }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Text fw={600} truncate>
          {token.name}
        </Text>
        <Text size="sm" c="dimmed">
          {token.role} · <State token={token} /> · used <When at={token.lastUsedAt} otherwise="never" />
        </Text>
      </div>
      <RevokeButton token={token} revoke={revoke} />
    </Group>
  );
}

function RevokeButton({ token, revoke }: { token: Token; revoke: (token: Token) => void }) {
  if (!token.active) return null;
  return (
    <Button size="compact-xs" variant="default" onClick={() => revoke(token)} aria-label={`Revoke ${token.name}`}>
      Revoke
    </Button>
  );
}

function State({ token }: { token: Token }) {
  if (token.active) return <Badge color="teal">active</Badge>;
  return <Badge color="gray">{token.revokedAt ? "revoked" : "expired"}</Badge>;
}

function When({ at, otherwise }: { at?: string | null; otherwise: string }) {
  return at ? <Ago at={at} /> : otherwise;
}
