import "@mantine/notifications/styles.layer.css";
import { Notifications } from "@mantine/notifications";

/** Where short messages appear; loaded after the first page, which needs none. */
export default function Messages() {
  return <Notifications position="bottom-right" zIndex={1000} />;
}
