import "@fontsource-variable/inter/wght.css";
import "./theme.css";
import "@mantine/core/styles.layer.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense } from "react";
import { ConnectionLost, ProblemError } from "./problem.ts";
import { colorSchemeManager, cssVariables, theme } from "./theme.ts";
import { ModulesContext, type UiModule } from "./ui-module.ts";

const Messages = lazy(() => import("./shell/Messages.tsx"));

/** The cache of the server's answers. What a person did wrong is not asked again; a hiccup of the server is. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < 2 &&
          !(error instanceof ConnectionLost) &&
          !(error instanceof ProblemError && error.status < 500),
      },
    },
  });
}

export function AppProviders(props: {
  readonly queries: QueryClient;
  readonly modules: readonly UiModule[];
  readonly children: ReactNode;
}) {
  return (
    <QueryClientProvider client={props.queries}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
      >
        <Suspense>
          <Messages />
        </Suspense>
        <ModulesContext value={props.modules}>{props.children}</ModulesContext>
      </MantineProvider>
    </QueryClientProvider>
  );
}
