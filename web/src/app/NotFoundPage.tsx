import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Nothing } from "./Nothing";

export function NotFoundPage() {
  return (
    <Nothing title="There is no such page">
      <Anchor component={Link} to="/find">
        Go to Find
      </Anchor>
    </Nothing>
  );
}
