CREATE TABLE "attribution_journeys" (
	"org_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"state" text NOT NULL,
	"is_new" boolean NOT NULL,
	"amount" bigint NOT NULL,
	"created_on" date NOT NULL,
	"closed_on" date,
	"lead_at" bigint,
	"lead_on" date,
	"touch_ats" bigint[] NOT NULL,
	"touch_days" integer[] NOT NULL,
	"touch_channels" uuid[] NOT NULL,
	"touch_campaigns" uuid[] NOT NULL,
	"touch_owns" boolean[] NOT NULL,
	CONSTRAINT "attribution_journeys_pk" PRIMARY KEY("org_id","opportunity_id"),
	CONSTRAINT "attribution_journeys_state" CHECK ("attribution_journeys"."state" in ('open', 'won', 'lost')),
	CONSTRAINT "attribution_journeys_touches" CHECK (cardinality("attribution_journeys"."touch_ats") = cardinality("attribution_journeys"."touch_days") and cardinality("attribution_journeys"."touch_ats") = cardinality("attribution_journeys"."touch_channels")
        and cardinality("attribution_journeys"."touch_ats") = cardinality("attribution_journeys"."touch_campaigns") and cardinality("attribution_journeys"."touch_ats") = cardinality("attribution_journeys"."touch_owns"))
);
--> statement-breakpoint
ALTER TABLE "attribution_journeys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attribution_frozen" (
	"org_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"month" text NOT NULL,
	"is_new" boolean NOT NULL,
	"channel_id" uuid,
	"campaign_id" uuid,
	"amounts" bigint[] NOT NULL,
	"deal_parts" bigint[] NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attribution_frozen_cell" UNIQUE NULLS NOT DISTINCT("org_id","team_id","month","closed_at","basis","is_new","channel_id","campaign_id"),
	CONSTRAINT "attribution_frozen_basis" CHECK ("attribution_frozen"."basis" in ('won', 'created', 'open', 'cohort')),
	CONSTRAINT "attribution_frozen_month" CHECK ("attribution_frozen"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "attribution_frozen_models" CHECK (cardinality("attribution_frozen"."amounts") = 13 and cardinality("attribution_frozen"."deal_parts") = 13)
);
--> statement-breakpoint
ALTER TABLE "attribution_frozen" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attribution_frozen_rules" (
	"org_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"month" text NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"rules" jsonb NOT NULL,
	CONSTRAINT "attribution_frozen_rules_pk" PRIMARY KEY("org_id","team_id","month","closed_at")
);
--> statement-breakpoint
ALTER TABLE "attribution_frozen_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attribution_markov" (
	"org_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"first_month" text NOT NULL,
	"last_month" text NOT NULL,
	"scope" text NOT NULL,
	"closed_at" timestamp with time zone,
	"data_version" bigint NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	"credits" jsonb,
	CONSTRAINT "attribution_markov_period" UNIQUE NULLS NOT DISTINCT("org_id","team_id","first_month","last_month","scope","closed_at"),
	CONSTRAINT "attribution_markov_months" CHECK ("attribution_markov"."first_month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and "attribution_markov"."last_month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "attribution_markov_scope" CHECK ("attribution_markov"."scope" in ('new', 'existing', 'all'))
);
--> statement-breakpoint
ALTER TABLE "attribution_markov" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attribution_restatements" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"month" text NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"basis" text NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"is_new" boolean NOT NULL,
	"before_amount" bigint,
	"after_amount" bigint,
	"before_touches" integer,
	"after_touches" integer,
	"restated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attribution_restatements_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "attribution_restatements_basis" CHECK ("attribution_restatements"."basis" in ('won', 'created')),
	CONSTRAINT "attribution_restatements_cause" CHECK ("attribution_restatements"."cause" in ('dealAdded', 'dealRemoved', 'amountChanged', 'touchesChanged', 'milestonesChanged', 'scopeChanged'))
);
--> statement-breakpoint
ALTER TABLE "attribution_restatements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attribution_rollup" (
	"org_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"month" text NOT NULL,
	"is_new" boolean NOT NULL,
	"channel_id" uuid,
	"campaign_id" uuid,
	"amounts" bigint[] NOT NULL,
	"deal_parts" bigint[] NOT NULL,
	CONSTRAINT "attribution_rollup_cell" UNIQUE NULLS NOT DISTINCT("org_id","team_id","basis","month","is_new","channel_id","campaign_id"),
	CONSTRAINT "attribution_rollup_basis" CHECK ("attribution_rollup"."basis" in ('won', 'created', 'open', 'cohort')),
	CONSTRAINT "attribution_rollup_month" CHECK ("attribution_rollup"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "attribution_rollup_models" CHECK (cardinality("attribution_rollup"."amounts") = 13 and cardinality("attribution_rollup"."deal_parts") = 13)
);
--> statement-breakpoint
ALTER TABLE "attribution_rollup" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attribution_dirty" (
	"org_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attribution_dirty_pk" PRIMARY KEY("org_id","opportunity_id")
);
--> statement-breakpoint
ALTER TABLE "attribution_dirty" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attribution_runs" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"state" text NOT NULL,
	"done" bigint NOT NULL,
	"total" bigint NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"active_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "attribution_runs_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "attribution_runs_state" CHECK ("attribution_runs"."state" in ('running', 'done', 'abandoned')),
	CONSTRAINT "attribution_runs_finished" CHECK (("attribution_runs"."state" = 'running') = ("attribution_runs"."finished_at" is null))
);
--> statement-breakpoint
ALTER TABLE "attribution_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attribution_settings" (
	"org_id" uuid NOT NULL,
	"rules" jsonb NOT NULL,
	"pending" jsonb,
	"default_model" text NOT NULL,
	"gross_margin" integer,
	"saved_by" uuid,
	"saved_at" timestamp with time zone,
	CONSTRAINT "attribution_settings_pk" PRIMARY KEY("org_id"),
	CONSTRAINT "attribution_settings_model" CHECK ("attribution_settings"."default_model" in ('first', 'last', 'lastNonDirect', 'linear', 'u', 'uLeadCreation', 'w', 'fullPath', 'j', 'inverseJ', 'timeDecay', 'custom', 'shapley', 'markov')),
	CONSTRAINT "attribution_settings_margin" CHECK ("attribution_settings"."gross_margin" between 0 and 10000)
);
--> statement-breakpoint
ALTER TABLE "attribution_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "is_direct" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "gross_margin" integer;--> statement-breakpoint
ALTER TABLE "attribution_journeys" ADD CONSTRAINT "attribution_journeys_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_frozen" ADD CONSTRAINT "attribution_frozen_close" FOREIGN KEY ("org_id","team_id","month","closed_at") REFERENCES "public"."month_closes"("org_id","team_id","month","closed_at") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_frozen" ADD CONSTRAINT "attribution_frozen_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_frozen" ADD CONSTRAINT "attribution_frozen_campaign" FOREIGN KEY ("org_id","campaign_id") REFERENCES "public"."campaigns"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_frozen_rules" ADD CONSTRAINT "attribution_frozen_rules_close" FOREIGN KEY ("org_id","team_id","month","closed_at") REFERENCES "public"."month_closes"("org_id","team_id","month","closed_at") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_markov" ADD CONSTRAINT "attribution_markov_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_restatements" ADD CONSTRAINT "attribution_restatements_close" FOREIGN KEY ("org_id","team_id","month","closed_at") REFERENCES "public"."month_closes"("org_id","team_id","month","closed_at") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_rollup" ADD CONSTRAINT "attribution_rollup_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_rollup" ADD CONSTRAINT "attribution_rollup_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_rollup" ADD CONSTRAINT "attribution_rollup_campaign" FOREIGN KEY ("org_id","campaign_id") REFERENCES "public"."campaigns"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_dirty" ADD CONSTRAINT "attribution_dirty_organisation" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_runs" ADD CONSTRAINT "attribution_runs_organisation" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_settings" ADD CONSTRAINT "attribution_settings_organisation" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_settings" ADD CONSTRAINT "attribution_settings_saver" FOREIGN KEY ("org_id","saved_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attribution_journeys_won" ON "attribution_journeys" USING btree ("org_id","team_id","closed_on","opportunity_id") WHERE "attribution_journeys"."state" = 'won';--> statement-breakpoint
CREATE INDEX "attribution_journeys_created" ON "attribution_journeys" USING btree ("org_id","team_id","created_on","opportunity_id");--> statement-breakpoint
CREATE INDEX "attribution_restatements_of_team" ON "attribution_restatements" USING btree ("org_id","team_id","month","closed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "attribution_runs_running" ON "attribution_runs" USING btree ("org_id") WHERE "attribution_runs"."state" = 'running';--> statement-breakpoint
CREATE INDEX "attribution_runs_started" ON "attribution_runs" USING btree ("org_id","started_at","id");--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_margin" CHECK ("channels"."gross_margin" between 0 and 10000);--> statement-breakpoint
CREATE POLICY "tenant" ON "attribution_journeys" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "attribution_frozen" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "attribution_frozen_rules" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "attribution_markov" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "attribution_restatements" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "attribution_rollup" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "attribution_dirty" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "attribution_runs" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "attribution_settings" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);