import type { Generated } from "kysely";
import type { ProfileChangeCause, ProfileChangeKind } from "./history/history.rules.ts";
import type {
  ClassificationMethod,
  ContactClassField,
  CustomerClassField,
  Priority,
  QuestionnaireContactType,
  SortingMethod,
  VendorClassField,
} from "./questionnaire.rules.ts";
import type { ClassificationSchedule, Weekday } from "./schedule.rules.ts";

export interface QuestionnairesTables {
  questionnaires: {
    id: Generated<number>;
    code: string;
    description: string | null;
    contact_type: QuestionnaireContactType | null;
    business_relation_id: number | null;
    priority: Generated<Priority>;
    classification_schedule: Generated<ClassificationSchedule>;
    classification_weekday: Generated<Weekday>;
    classification_hour: Generated<number>;
    classification_ordered_at: Generated<string>;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  questionnaire_lines: {
    questionnaire_id: number;
    line_no: number;
    position: number;
    type: "question" | "answer";
    question_no: number | null;
    description: string | null;
    multiple_answers: Generated<boolean>;
    auto_classification: Generated<boolean>;
    customer_class_field: CustomerClassField | null;
    vendor_class_field: VendorClassField | null;
    contact_class_field: ContactClassField | null;
    starting_date_formula: string | null;
    ending_date_formula: string | null;
    classification_method: ClassificationMethod | null;
    sorting_method: SortingMethod | null;
    decimals: Generated<number>;
    min_percent_answered: Generated<number>;
    from_value: string | null;
    to_value: string | null;
    priority: Generated<Priority>;
    classified_on: string | null;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  rating_points: {
    questionnaire_id: number;
    line_no: number;
    answer_questionnaire_id: number;
    answer_line_no: number;
    points: string;
  };
  contact_profile_answers: {
    contact_id: number;
    questionnaire_id: number;
    line_no: number;
    answered_on: string | null;
    points: string | null;
    answered_percent: string | null;
  };
  contact_profile_changes: {
    contact_id: number;
    change_no: number;
    questionnaire_id: number;
    line_no: number;
    change: ProfileChangeKind;
    points_before: string | null;
    points_after: string | null;
    cause: ProfileChangeCause;
    actor: string;
    recorded_at: Generated<string>;
  };
  former_questionnaire_lines: {
    questionnaire_id: number;
    line_no: number;
    deleted_at: Generated<string>;
    questionnaire_code: string;
    question: string | null;
    answer: string | null;
  };
}
