/** Who is signed in, and what their role lets them do: what it does not is not offered. */
import { createContext, useContext } from "react";
import { graphql } from "../graphql";
import type { Role, ViewerQuery } from "../graphql/graphql";

export const VIEWER = graphql(`
  query Viewer {
    viewer { name role expiresAt }
  }
`);

type Viewer = ViewerQuery["viewer"];
const RANK: Record<Role, number> = { VIEWER: 0, OPERATOR: 1, ADMIN: 2 };

const ViewerContext = createContext<Viewer>({ name: "", role: "VIEWER", expiresAt: null });
export const ViewerProvider = ViewerContext.Provider;

export function useViewer(): Viewer {
  return useContext(ViewerContext);
}

/** Whether the signed-in one has at least this role. */
export function useMay(role: Role): boolean {
  return RANK[useViewer().role] >= RANK[role];
}
