import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { configureClient } from "./api-client.ts";
import { currentLanguage, preferredLanguage, startI18n } from "./i18n.ts";
import { modules } from "./modules.ts";
import { AppProviders, createQueries } from "./providers.tsx";
import { createAppRouter } from "./router.tsx";
import { goToSignIn } from "./sign-in-again.ts";

const queries = createQueries();
const router = createAppRouter(queries);

configureClient({ language: currentLanguage, onSignedOut: () => goToSignIn(router, queries) });
await startI18n(preferredLanguage());

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <AppProviders queries={queries} modules={modules}>
      <RouterProvider router={router} />
    </AppProviders>
  </StrictMode>,
);
