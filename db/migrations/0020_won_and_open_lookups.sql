-- Written by hand: drizzle has no word for INCLUDE. What is summed and counted by these dates stands in their indexes: the
-- landing, what was booked, and the list of won deals read no opportunity and no journey from its table. A lead's day is
-- not among it, so that dating one anew still writes no index.
DROP INDEX "opportunities_closed";--> statement-breakpoint
DROP INDEX "opportunities_open";--> statement-breakpoint
DROP INDEX "attribution_journeys_won";--> statement-breakpoint
CREATE INDEX "opportunities_closed" ON "opportunities" USING btree ("org_id","team_id","closed_on","id") INCLUDE ("state","counts_as_new","forecast_category","amount") WHERE "opportunities"."closed_on" is not null;--> statement-breakpoint
CREATE INDEX "opportunities_open" ON "opportunities" USING btree ("org_id","team_id","expected_close_on","id") INCLUDE ("counts_as_new","source_channel_id","forecast_category","amount") WHERE "opportunities"."state" = 'open';--> statement-breakpoint
CREATE INDEX "attribution_journeys_won" ON "attribution_journeys" USING btree ("org_id","team_id","closed_on") INCLUDE ("opportunity_id","amount","is_new") WHERE "attribution_journeys"."state" = 'won';
