/** The pages, each loaded when it is first gone to. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { CamLeadFinderShell } from "./CamLeadFinderShell";
import { NotFoundPage } from "./NotFoundPage";
import type { Place } from "./place";

const root = createRootRoute({
  component: CamLeadFinderShell,
  notFoundComponent: NotFoundPage,
  validateSearch: (given: Record<string, unknown>): Place =>
    Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, value === undefined ? value : String(value)]),
    ),
  search: { middlewares: [retainSearchParams(["campaign"])] },
});

const page = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component });

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: "/",
    beforeLoad: () => {
      throw redirect({ to: "/find" as never, search: true as never });
    },
  }),
  page(
    "/find",
    lazyRouteComponent(() => import("../find/FindPage"), "FindPage"),
  ),
  page(
    "/pipeline",
    lazyRouteComponent(() => import("../pipeline/PipelinePage"), "PipelinePage"),
  ),
  page(
    "/appointments",
    lazyRouteComponent(() => import("../appointments/AppointmentsPage"), "AppointmentsPage"),
  ),
  page(
    "/outreach",
    lazyRouteComponent(() => import("../outreach/OutreachPage"), "OutreachPage"),
  ),
  page(
    "/safety",
    lazyRouteComponent(() => import("../safety/SafetyPage"), "SafetyPage"),
  ),
  page(
    "/activity",
    lazyRouteComponent(() => import("../activity/ActivityPage"), "ActivityPage"),
  ),
  page(
    "/tokens",
    lazyRouteComponent(() => import("../tokens/TokensPage"), "TokensPage"),
  ),
];

/** Texts as they are, `?campaign=Q2FtcGFpZ246MQ`, and not as JSON. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: "intent",
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
    const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return text ? `?${text}` : "";
  },
});
