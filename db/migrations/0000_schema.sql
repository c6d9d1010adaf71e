CREATE TABLE "month_closes" (
	"org_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"month" text NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"closed_by" uuid NOT NULL,
	CONSTRAINT "month_closes_pk" PRIMARY KEY("org_id","team_id","month"),
	CONSTRAINT "month_closes_month" CHECK ("month_closes"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
ALTER TABLE "month_closes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "monthly_actuals" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"month" text NOT NULL,
	"line" text NOT NULL,
	"channel_id" uuid,
	"campaign_id" uuid,
	"metric" text NOT NULL,
	"value" bigint NOT NULL,
	"version" bigint NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "monthly_actuals_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "monthly_actuals_cell" UNIQUE NULLS NOT DISTINCT("org_id","team_id","month","line","channel_id","campaign_id","metric"),
	CONSTRAINT "monthly_actuals_month" CHECK ("monthly_actuals"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "monthly_actuals_line" CHECK ("monthly_actuals"."line" in ('existing', 'salesSourced', 'channel')),
	CONSTRAINT "monthly_actuals_owner" CHECK (("monthly_actuals"."line" = 'channel') = ("monthly_actuals"."channel_id" is not null) and ("monthly_actuals"."campaign_id" is null or "monthly_actuals"."channel_id" is not null)),
	CONSTRAINT "monthly_actuals_metric" CHECK ("monthly_actuals"."line" = 'channel' or "monthly_actuals"."metric" = 'revenue'),
	CONSTRAINT "monthly_actuals_value" CHECK ("monthly_actuals"."value" >= 0 or "monthly_actuals"."metric" in ('revenue', 'cost'))
);
--> statement-breakpoint
ALTER TABLE "monthly_actuals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_log" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	"action" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "audit_log_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "campaigns" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"budget" bigint,
	"planned_entries" integer,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaigns_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "campaigns_of_channel" UNIQUE("org_id","team_id","channel_id","id"),
	CONSTRAINT "campaigns_dates" CHECK ("campaigns"."starts_on" <= "campaigns"."ends_on"),
	CONSTRAINT "campaigns_amounts" CHECK (coalesce("campaigns"."budget", 0) >= 0 and coalesce("campaigns"."planned_entries", 0) >= 0)
);
--> statement-breakpoint
ALTER TABLE "campaigns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "channels" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"colour" smallint NOT NULL,
	"is_marketing" boolean DEFAULT true NOT NULL,
	"default_entry" text NOT NULL,
	"position" smallint NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channels_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "channels_colour" CHECK ("channels"."colour" between 0 and 6)
);
--> statement-breakpoint
ALTER TABLE "channels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stages" (
	"org_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text,
	"position" smallint NOT NULL,
	CONSTRAINT "stages_pk" PRIMARY KEY("org_id","key"),
	CONSTRAINT "stages_position" UNIQUE("org_id","position"),
	CONSTRAINT "stages_key" CHECK ("stages"."key" not in ('revenue', 'cost'))
);
--> statement-breakpoint
ALTER TABLE "stages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "login_limits" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"fiscal_start" smallint NOT NULL,
	"time_zone" text NOT NULL,
	"unit" text NOT NULL,
	"negative_style" text NOT NULL,
	"good_from" numeric NOT NULL,
	"watch_from" numeric NOT NULL,
	"data_version" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_currency" CHECK ("organisations"."currency" in ('JPY', 'USD', 'EUR')),
	CONSTRAINT "organisations_fiscal_start" CHECK ("organisations"."fiscal_start" between 1 and 12),
	CONSTRAINT "organisations_unit" CHECK ("organisations"."unit" in ('yen', 'thousand', 'tenThousand', 'million')),
	CONSTRAINT "organisations_negative_style" CHECK ("organisations"."negative_style" in ('minus', 'triangle')),
	CONSTRAINT "organisations_thresholds" CHECK ("organisations"."watch_from" > 0 and "organisations"."watch_from" <= "organisations"."good_from")
);
--> statement-breakpoint
ALTER TABLE "organisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "membership_teams" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	CONSTRAINT "membership_teams_pk" PRIMARY KEY("org_id","user_id","team_id")
);
--> statement-breakpoint
ALTER TABLE "membership_teams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"reaches_all_teams" boolean DEFAULT true NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_pk" PRIMARY KEY("org_id","user_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('marketer', 'sales_manager', 'executive', 'admin', 'viewer'))
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"last_org_id" uuid,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_channels" (
	"org_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"share" numeric,
	"entry" text NOT NULL,
	"deal_size" bigint,
	"unit_cost_stage" text,
	"unit_cost" bigint,
	"fixed_cost_per_month" bigint,
	CONSTRAINT "plan_channels_pk" PRIMARY KEY("org_id","plan_id","channel_id"),
	CONSTRAINT "plan_channels_position" UNIQUE("org_id","plan_id","position")
);
--> statement-breakpoint
ALTER TABLE "plan_channels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_months" (
	"org_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"month_index" smallint NOT NULL,
	"value" numeric,
	CONSTRAINT "plan_months_pk" PRIMARY KEY("org_id","plan_id","month_index"),
	CONSTRAINT "plan_months_index" CHECK ("plan_months"."month_index" between 0 and 11)
);
--> statement-breakpoint
ALTER TABLE "plan_months" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_transitions" (
	"org_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"to_stage" text NOT NULL,
	"rate" numeric,
	"lag_months" numeric,
	"lag_curve" numeric[],
	CONSTRAINT "plan_transitions_pk" PRIMARY KEY("org_id","plan_id","channel_id","to_stage"),
	CONSTRAINT "plan_transitions_lag" CHECK ("plan_transitions"."lag_months" is null or "plan_transitions"."lag_curve" is null)
);
--> statement-breakpoint
ALTER TABLE "plan_transitions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"version" integer NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"reason" text,
	"revenue_goal" bigint,
	"existing" bigint,
	"sales_sourced" bigint,
	"spread_kind" text NOT NULL,
	"next_year_growth" numeric,
	"rounding" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"activated_at" timestamp with time zone,
	"activated_by" uuid,
	CONSTRAINT "plan_versions_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "plan_versions_number" UNIQUE("org_id","team_id","year","version"),
	CONSTRAINT "plan_versions_state" CHECK ("plan_versions"."state" in ('draft', 'active', 'superseded')),
	CONSTRAINT "plan_versions_spread" CHECK ("plan_versions"."spread_kind" in ('weights', 'amounts')),
	CONSTRAINT "plan_versions_rounding" CHECK ("plan_versions"."rounding" in ('stage', 'exact')),
	CONSTRAINT "plan_versions_activated" CHECK ("plan_versions"."state" = 'draft' or ("plan_versions"."activated_at" is not null and "plan_versions"."activated_by" is not null))
);
--> statement-breakpoint
ALTER TABLE "plan_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "sessions_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "teams" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_root" boolean DEFAULT false NOT NULL,
	"actuals_version" bigint DEFAULT 0 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "teams_root_stays" CHECK (not ("teams"."is_root" and "teams"."archived_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "teams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "month_closes" ADD CONSTRAINT "month_closes_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_closes" ADD CONSTRAINT "month_closes_closer" FOREIGN KEY ("org_id","closed_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_actuals" ADD CONSTRAINT "monthly_actuals_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_actuals" ADD CONSTRAINT "monthly_actuals_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_actuals" ADD CONSTRAINT "monthly_actuals_campaign" FOREIGN KEY ("org_id","team_id","channel_id","campaign_id") REFERENCES "public"."campaigns"("org_id","team_id","channel_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_actuals" ADD CONSTRAINT "monthly_actuals_editor" FOREIGN KEY ("org_id","updated_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_organisation" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_entry" FOREIGN KEY ("org_id","default_entry") REFERENCES "public"."stages"("org_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stages" ADD CONSTRAINT "stages_organisation" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_teams" ADD CONSTRAINT "membership_teams_member" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_teams" ADD CONSTRAINT "membership_teams_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_channels" ADD CONSTRAINT "plan_channels_plan" FOREIGN KEY ("org_id","plan_id") REFERENCES "public"."plan_versions"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_channels" ADD CONSTRAINT "plan_channels_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_channels" ADD CONSTRAINT "plan_channels_entry" FOREIGN KEY ("org_id","entry") REFERENCES "public"."stages"("org_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_channels" ADD CONSTRAINT "plan_channels_cost_stage" FOREIGN KEY ("org_id","unit_cost_stage") REFERENCES "public"."stages"("org_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_months" ADD CONSTRAINT "plan_months_plan" FOREIGN KEY ("org_id","plan_id") REFERENCES "public"."plan_versions"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_transitions" ADD CONSTRAINT "plan_transitions_channel" FOREIGN KEY ("org_id","plan_id","channel_id") REFERENCES "public"."plan_channels"("org_id","plan_id","channel_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_transitions" ADD CONSTRAINT "plan_transitions_stage" FOREIGN KEY ("org_id","to_stage") REFERENCES "public"."stages"("org_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_creator" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_activator" FOREIGN KEY ("org_id","activated_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member" FOREIGN KEY ("org_id","user_id") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_organisation" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("org_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "channels_name" ON "channels" USING btree ("org_id","name") WHERE "channels"."archived_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_versions_active" ON "plan_versions" USING btree ("org_id","team_id","year") WHERE "plan_versions"."state" = 'active';--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("org_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_root" ON "teams" USING btree ("org_id") WHERE "teams"."is_root";--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name" ON "teams" USING btree ("org_id","name") WHERE "teams"."archived_at" is null;--> statement-breakpoint
CREATE POLICY "tenant" ON "month_closes" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "monthly_actuals" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "audit_log" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "campaigns" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "channels" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "stages" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "organisations" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "membership_teams" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "memberships" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "signin_own" ON "memberships" AS PERMISSIVE FOR SELECT TO "gyakusan_signin" USING ("memberships"."user_id" = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_row" ON "users" AS PERMISSIVE FOR SELECT TO "gyakusan_app" USING ("users"."id" = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "signin" ON "users" AS PERMISSIVE FOR ALL TO "gyakusan_signin" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant" ON "plan_channels" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "plan_months" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "plan_transitions" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "plan_versions" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "sessions" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "teams" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);