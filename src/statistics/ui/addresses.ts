export const statisticsPath = "/statistics";
