CREATE TABLE "handover_rollup" (
	"org_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"month" text NOT NULL,
	"channel_id" uuid NOT NULL,
	"response_days" integer,
	"passed_on" date,
	"is_returned" boolean NOT NULL,
	"return_reason" text,
	"records" bigint NOT NULL,
	CONSTRAINT "handover_rollup_cell" UNIQUE NULLS NOT DISTINCT("org_id","team_id","month","channel_id","response_days","passed_on","is_returned","return_reason"),
	CONSTRAINT "handover_rollup_month" CHECK ("handover_rollup"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
ALTER TABLE "handover_rollup" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "journey_rollup" (
	"org_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"month" text NOT NULL,
	"channel_id" uuid NOT NULL,
	"reached" jsonb NOT NULL,
	"records" bigint NOT NULL,
	CONSTRAINT "journey_rollup_cell" UNIQUE("org_id","team_id","month","channel_id","reached"),
	CONSTRAINT "journey_rollup_month" CHECK ("journey_rollup"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
ALTER TABLE "journey_rollup" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "opportunity_influences" (
	"org_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"campaign_id" uuid,
	"before_creation" date,
	"before_close" date,
	CONSTRAINT "opportunity_influences_cell" UNIQUE NULLS NOT DISTINCT("org_id","opportunity_id","channel_id","campaign_id")
);
--> statement-breakpoint
ALTER TABLE "opportunity_influences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handover_rollup" ADD CONSTRAINT "handover_rollup_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_rollup" ADD CONSTRAINT "handover_rollup_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_rollup" ADD CONSTRAINT "journey_rollup_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_rollup" ADD CONSTRAINT "journey_rollup_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_influences" ADD CONSTRAINT "opportunity_influences_opportunity" FOREIGN KEY ("org_id","opportunity_id") REFERENCES "public"."opportunities"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_influences" ADD CONSTRAINT "opportunity_influences_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_influences" ADD CONSTRAINT "opportunity_influences_campaign" FOREIGN KEY ("org_id","campaign_id") REFERENCES "public"."campaigns"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant" ON "handover_rollup" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "journey_rollup" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "opportunity_influences" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);