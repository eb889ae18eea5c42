import {
  IconBuildingBank,
  IconId,
  IconShoppingCart,
  IconTruckDelivery,
  type TablerIcon,
} from "@tabler/icons-react";
import type { PartyKind } from "../party-kinds.rules.ts";

export const kindIcons: Readonly<Record<PartyKind, TablerIcon>> = {
  customer: IconShoppingCart,
  vendor: IconTruckDelivery,
  bankAccount: IconBuildingBank,
  employee: IconId,
};
