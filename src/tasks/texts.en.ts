/** Texts of tasks that nobody sees first. */
export const tasksTexts = {
  problems: {
    task_date: "The days of a task lie between {{earliest}} and {{latest}}.",
    task_duration: "A task takes at least a minute and at most ten years. Check when it begins and ends.",
    task_not_timed: "Only phone calls and meetings that do not last all day have times.",
    task_not_meeting: "Only meetings have a location and can last all day.",
    task_type_fixed: "A task that is saved cannot become a meeting, nor a meeting another kind of task.",
    start_time_required: "Enter the start time, or make the meeting last all day.",
    ending_date_required: "Enter the ending date.",
    ending_time_required: "Enter the ending time.",
    duration_required: "Enter the duration.",
  },
  fields: {
    startTime: "Start time",
    endingTime: "Ending time",
    allDay: "All-day event",
    location: "Location",
    durationSec: "Duration in seconds",
  },
};
