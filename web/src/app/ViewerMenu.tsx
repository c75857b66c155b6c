import { ActionIcon, Menu, Text, useMantineColorScheme } from "@mantine/core";
import { IconUserCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { forgetToken } from "./session";
import { useMay, useViewer } from "./viewer";

/** Who is signed in, light or dark, GraphiQL, and out. */
export function ViewerMenu() {
  const viewer = useViewer();
  const { setColorScheme } = useMantineColorScheme();
  const managesTokens = useMay("ADMIN");
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Account and appearance">
          <IconUserCircle size={22} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" c="var(--mantine-color-text)">
            {viewer.name}
          </Text>
          {viewer.role}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item onClick={() => setColorScheme("light")}>Light</Menu.Item>
        <Menu.Item onClick={() => setColorScheme("dark")}>Dark</Menu.Item>
        <Menu.Item onClick={() => setColorScheme("auto")}>As the system</Menu.Item>
        <Menu.Divider />
        {managesTokens && (
          <Menu.Item component={Link} to="/tokens">
            Tokens
          </Menu.Item>
        )}
        <Menu.Item component="a" href="/graphiql">
          GraphiQL
        </Menu.Item>
        <Menu.Item onClick={forgetToken}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
