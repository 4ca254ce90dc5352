/**
 * The content of every scenario version that may be running: messages, pages and facts schema, for activities, tracker and import.
 * Not for workflows: it loads React and zod. Exports only.
 */
export { contentOf } from './registry.ts';
export { appointmentProblem, appointmentTime, offering, sayAppointment, type AppointmentQuestion, type AppointmentTime, type AskedAppointment } from './appointment.ts';
export { asking, isAppointment, questionsToAsk, type AskedChoice, type AskedQuestion, type ChoiceQuestion, type PageQuestion, type QuestionWords } from './ask.ts';
export { clockTime } from './clock-time.ts';
export { consent, NO_CONSENTS, wordingOf, type AskedConsent, type ConsentsToAsk, type PageConsent } from './consent.ts';
export { knownBy } from './known-facts.ts';
export type { AudienceDefinition, AudiencesOf } from './audience.ts';
export type { AreaDrop, AreaPage, AreaPageContext, DropNeighbourhood, LeafletContent } from './area-drop.ts';
export type { Design, DesignedContent, DesignPage, DesignSource, FieldValue, FormatName, ValuesOf } from './design.ts';
export type { Area, Drawing, Field, ImageField, ParagraphsField, PdfBackground, PurlField, QrField, TextField, TextSetting, VoucherField } from './design-fields.ts';
export { bestHour, inferring, mostOften, preferredMedium, type Conclusion, type Inference, type PersonalResponse, type Seen, type SentTouch } from './inference.ts';
export type { AnyMessage, AnyPrintMessage, DesignedMessage, EmailMessage, LinkTarget, MessageContext, MessagesOf, Person, PrintContent, PrintMessage } from './message.ts';
export type { PageContext, PersonalPage } from './page.ts';
export { policyOf, type Policies } from './policies.ts';
export type { Cmyk, PostcardContent, PostcardTheme } from './postcard.ts';
export { SAMPLE_READER, samplePage, type PageToShow } from './sample-page.ts';
export type { PageBrand, ScenarioContent } from './scenario-content.ts';
export type { OfferedDay, Slot, SlotOffer, SlotReader, Weekday } from './slots.ts';
