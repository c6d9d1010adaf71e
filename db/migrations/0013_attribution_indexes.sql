DROP INDEX "attribution_journeys_won";--> statement-breakpoint
DROP INDEX "attribution_journeys_created";--> statement-breakpoint
CREATE INDEX "attribution_journeys_won" ON "attribution_journeys" USING btree ("org_id","team_id","closed_on") WHERE "attribution_journeys"."state" = 'won';--> statement-breakpoint
CREATE INDEX "attribution_journeys_created" ON "attribution_journeys" USING btree ("org_id","team_id","created_on");