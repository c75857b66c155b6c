/** The console: signed out, the sign-in page; signed in, all the rest, with a client of that session's own. */
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { Provider } from "urql";
import { createSessionClient } from "./client";
import { router } from "./router";
import { SignInPage } from "./SignInPage";
import { useToken } from "./session";
import { theme, variables } from "./theme";

export function Console() {
  const token = useToken();
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={variables}>
      <Notifications position="bottom-right" />
      {token === null ? <SignInPage /> : <SignedIn key={token} />}
    </MantineProvider>
  );
}

/** The address stays as it is while one signs in, so one comes back to where one was. */
function SignedIn() {
  const session = useMemo(createSessionClient, []);
  useEffect(() => session.close, [session]);
  return (
    <Provider value={session.client}>
      <RouterProvider router={router} />
    </Provider>
  );
}
