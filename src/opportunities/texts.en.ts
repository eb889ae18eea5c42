/** Names of fields of opportunities that many pages show. */
export const opportunitiesFields = {
  salesCycleCode: "Sales cycle",
  segmentDescription: "Segment description",
  creationDate: "Creation date",
  dateClosed: "Date closed",
  closed: "Closed",
  status: "Status",
};
