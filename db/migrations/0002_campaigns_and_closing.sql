CREATE TABLE "restatements" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"month" text NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"line" text NOT NULL,
	"channel_id" uuid,
	"campaign_id" uuid,
	"metric" text NOT NULL,
	"before" bigint,
	"after" bigint,
	"reason" text NOT NULL,
	"version" bigint NOT NULL,
	"corrected_by" uuid NOT NULL,
	"corrected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "restatements_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "restatements_line" CHECK ("restatements"."line" in ('existing', 'salesSourced', 'channel')),
	CONSTRAINT "restatements_change" CHECK ("restatements"."before" is distinct from "restatements"."after")
);
--> statement-breakpoint
ALTER TABLE "restatements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "team_years" (
	"org_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"actuals_through" text,
	"chosen_at" timestamp with time zone NOT NULL,
	"chosen_by" uuid NOT NULL,
	CONSTRAINT "team_years_pk" PRIMARY KEY("org_id","team_id","year"),
	CONSTRAINT "team_years_month" CHECK ("team_years"."actuals_through" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
ALTER TABLE "team_years" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "landing_overrides" (
	"org_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"month" text NOT NULL,
	"line" text NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"set_by" uuid NOT NULL,
	CONSTRAINT "landing_overrides_pk" PRIMARY KEY("org_id","team_id","month","line"),
	CONSTRAINT "landing_overrides_month" CHECK ("landing_overrides"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "landing_overrides_line" CHECK ("landing_overrides"."line" in ('existing', 'salesSourced')),
	CONSTRAINT "landing_overrides_amount" CHECK ("landing_overrides"."amount" >= 0)
);
--> statement-breakpoint
ALTER TABLE "landing_overrides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "month_closes" DROP CONSTRAINT "month_closes_pk";--> statement-breakpoint
ALTER TABLE "month_closes" ADD CONSTRAINT "month_closes_of_month" PRIMARY KEY("org_id","team_id","month","closed_at");--> statement-breakpoint
ALTER TABLE "month_closes" ADD COLUMN "reopened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "month_closes" ADD COLUMN "reopened_by" uuid;--> statement-breakpoint
ALTER TABLE "month_closes" ADD COLUMN "reopen_reason" text;--> statement-breakpoint
ALTER TABLE "plan_channels" ADD COLUMN "scheduled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_channels" ADD COLUMN "entry_uplift" numeric;--> statement-breakpoint
ALTER TABLE "plan_channels" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD COLUMN "sales_people" integer;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD COLUMN "opportunities_per_person" numeric;--> statement-breakpoint
ALTER TABLE "restatements" ADD CONSTRAINT "restatements_close" FOREIGN KEY ("org_id","team_id","month","closed_at") REFERENCES "public"."month_closes"("org_id","team_id","month","closed_at") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restatements" ADD CONSTRAINT "restatements_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restatements" ADD CONSTRAINT "restatements_campaign" FOREIGN KEY ("org_id","team_id","channel_id","campaign_id") REFERENCES "public"."campaigns"("org_id","team_id","channel_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restatements" ADD CONSTRAINT "restatements_editor" FOREIGN KEY ("org_id","corrected_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_years" ADD CONSTRAINT "team_years_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_years" ADD CONSTRAINT "team_years_chooser" FOREIGN KEY ("org_id","chosen_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "landing_overrides" ADD CONSTRAINT "landing_overrides_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "landing_overrides" ADD CONSTRAINT "landing_overrides_setter" FOREIGN KEY ("org_id","set_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "restatements_of_team" ON "restatements" USING btree ("org_id","team_id","month");--> statement-breakpoint
ALTER TABLE "month_closes" ADD CONSTRAINT "month_closes_reopener" FOREIGN KEY ("org_id","reopened_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "month_closes_standing" ON "month_closes" USING btree ("org_id","team_id","month") WHERE "month_closes"."reopened_at" is null;--> statement-breakpoint
ALTER TABLE "month_closes" ADD CONSTRAINT "month_closes_reopened" CHECK (("month_closes"."reopened_at" is null) = ("month_closes"."reopened_by" is null) and ("month_closes"."reopened_at" is null) = ("month_closes"."reopen_reason" is null));--> statement-breakpoint
CREATE POLICY "tenant" ON "restatements" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "team_years" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "landing_overrides" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);