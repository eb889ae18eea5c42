import {
  IconBuilding,
  IconShoppingCart,
  IconTruckDelivery,
  IconUserCheck,
  type TablerIcon,
} from "@tabler/icons-react";
import type { PartyKind } from "../party-kinds.rules.ts";

/** Two of them are those of the set-up: the navigation comes with the first page. */
export const kindIcons: Readonly<Record<PartyKind, TablerIcon>> = {
  customer: IconShoppingCart,
  vendor: IconTruckDelivery,
  bankAccount: IconBuilding,
  employee: IconUserCheck,
};
