CREATE TABLE "accounts" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "accounts_external" UNIQUE("org_id","external_id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_changes" (
	"org_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	CONSTRAINT "import_changes_pk" PRIMARY KEY("org_id","import_id","record_id")
);
--> statement-breakpoint
ALTER TABLE "import_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_shapes" (
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"shape" text NOT NULL,
	"mapping" jsonb NOT NULL,
	CONSTRAINT "import_shapes_pk" PRIMARY KEY("org_id","kind","shape"),
	CONSTRAINT "import_shapes_kind" CHECK ("import_shapes"."kind" in ('leads', 'opportunities', 'touches', 'costs', 'actuals'))
);
--> statement-breakpoint
ALTER TABLE "import_shapes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"active_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "imports_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "imports_kind" CHECK ("imports"."kind" in ('leads', 'opportunities', 'touches', 'costs', 'actuals')),
	CONSTRAINT "imports_state" CHECK ("imports"."state" in ('running', 'done', 'undone', 'failed', 'interrupted'))
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lead_stages" (
	"org_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"reached_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lead_stages_pk" PRIMARY KEY("org_id","lead_id","stage")
);
--> statement-breakpoint
ALTER TABLE "lead_stages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "leads" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"identity" text NOT NULL,
	"source_at" timestamp with time zone NOT NULL,
	"import_id" uuid,
	"account_id" uuid,
	"email_hmac" text,
	"team_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"campaign_id" uuid,
	"passed_at" timestamp with time zone,
	"worked_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	"return_reason" text,
	CONSTRAINT "leads_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "leads_identity" UNIQUE("org_id","identity")
);
--> statement-breakpoint
ALTER TABLE "leads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "opportunities" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"identity" text NOT NULL,
	"source_at" timestamp with time zone NOT NULL,
	"import_id" uuid,
	"name" text NOT NULL,
	"account_id" uuid,
	"lead_id" uuid,
	"team_id" uuid NOT NULL,
	"channel_id" uuid,
	"campaign_id" uuid,
	"amount" bigint,
	"stage" text,
	"stage_since" date,
	"state" text NOT NULL,
	"created_on" date NOT NULL,
	"expected_close_on" date,
	"closed_on" date,
	"owner" text,
	"forecast_category" text,
	"is_new" boolean,
	"loss_reason" text,
	"source_channel_id" uuid,
	"source_campaign_id" uuid,
	"counts_as_new" boolean NOT NULL,
	CONSTRAINT "opportunities_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "opportunities_identity" UNIQUE("org_id","identity"),
	CONSTRAINT "opportunities_state" CHECK ("opportunities"."state" in ('open', 'won', 'lost')),
	CONSTRAINT "opportunities_category" CHECK ("opportunities"."forecast_category" in ('A', 'B', 'C'))
);
--> statement-breakpoint
ALTER TABLE "opportunities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "counted_from" (
	"org_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"line" text NOT NULL,
	"channel_id" uuid,
	"metric" text NOT NULL,
	"month" text NOT NULL,
	"chosen_by" uuid NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "counted_from_cell" UNIQUE NULLS NOT DISTINCT("org_id","team_id","line","channel_id","metric"),
	CONSTRAINT "counted_from_month" CHECK ("counted_from"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "counted_from_line" CHECK ("counted_from"."line" in ('existing', 'salesSourced', 'channel')),
	CONSTRAINT "counted_from_owner" CHECK (("counted_from"."line" = 'channel') = ("counted_from"."channel_id" is not null)),
	CONSTRAINT "counted_from_metric" CHECK ("counted_from"."line" = 'channel' or "counted_from"."metric" = 'revenue')
);
--> statement-breakpoint
ALTER TABLE "counted_from" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "monthly_rollup" (
	"org_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"month" text NOT NULL,
	"line" text NOT NULL,
	"channel_id" uuid,
	"campaign_id" uuid,
	"metric" text NOT NULL,
	"value" bigint NOT NULL,
	"records" bigint NOT NULL,
	CONSTRAINT "monthly_rollup_cell" UNIQUE NULLS NOT DISTINCT("org_id","team_id","month","line","channel_id","campaign_id","metric"),
	CONSTRAINT "monthly_rollup_month" CHECK ("monthly_rollup"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "monthly_rollup_line" CHECK ("monthly_rollup"."line" in ('existing', 'salesSourced', 'channel')),
	CONSTRAINT "monthly_rollup_owner" CHECK (("monthly_rollup"."line" = 'channel') = ("monthly_rollup"."channel_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "monthly_rollup" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "api_tokens_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "api_tokens_secret" UNIQUE("org_id","secret_hash"),
	CONSTRAINT "api_tokens_scopes" CHECK ("api_tokens"."scopes" <@ array['read', 'write'])
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"org_id" uuid NOT NULL,
	"token_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"response" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_pk" PRIMARY KEY("org_id","token_id","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "campaign_costs" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"identity" text NOT NULL,
	"source_at" timestamp with time zone NOT NULL,
	"import_id" uuid,
	"team_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"campaign_id" uuid,
	"month" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "campaign_costs_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "campaign_costs_identity" UNIQUE("org_id","identity"),
	CONSTRAINT "campaign_costs_month" CHECK ("campaign_costs"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
ALTER TABLE "campaign_costs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "touches" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"identity" text NOT NULL,
	"source_at" timestamp with time zone NOT NULL,
	"import_id" uuid,
	"account_id" uuid,
	"lead_id" uuid,
	"channel_id" uuid NOT NULL,
	"campaign_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"kind" text,
	CONSTRAINT "touches_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "touches_identity" UNIQUE("org_id","identity")
);
--> statement-breakpoint
ALTER TABLE "touches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
-- Every organisation that exists gets a key of its own. FORCE holds for the owner as well, and would change no row in silence.
ALTER TABLE "organisations" ADD COLUMN "email_key" text;--> statement-breakpoint
ALTER TABLE "organisations" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "organisations" SET "email_key" = encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex');--> statement-breakpoint
ALTER TABLE "organisations" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "organisations" ALTER COLUMN "email_key" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_organisation" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_import" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_shapes" ADD CONSTRAINT "import_shapes_organisation" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_maker" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_undoer" FOREIGN KEY ("org_id","undone_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_stages" ADD CONSTRAINT "lead_stages_lead" FOREIGN KEY ("org_id","lead_id") REFERENCES "public"."leads"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_stages" ADD CONSTRAINT "lead_stages_stage" FOREIGN KEY ("org_id","stage") REFERENCES "public"."stages"("org_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_campaign" FOREIGN KEY ("org_id","campaign_id") REFERENCES "public"."campaigns"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_import" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_account_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "public"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_campaign" FOREIGN KEY ("org_id","campaign_id") REFERENCES "public"."campaigns"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_import" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_account_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "public"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_lead_fk" FOREIGN KEY ("org_id","lead_id") REFERENCES "public"."leads"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_source" FOREIGN KEY ("org_id","source_channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_from" ADD CONSTRAINT "counted_from_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_from" ADD CONSTRAINT "counted_from_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counted_from" ADD CONSTRAINT "counted_from_chooser" FOREIGN KEY ("org_id","chosen_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_rollup" ADD CONSTRAINT "monthly_rollup_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_rollup" ADD CONSTRAINT "monthly_rollup_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_rollup" ADD CONSTRAINT "monthly_rollup_campaign" FOREIGN KEY ("org_id","campaign_id") REFERENCES "public"."campaigns"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_maker" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_token" FOREIGN KEY ("org_id","token_id") REFERENCES "public"."api_tokens"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_costs" ADD CONSTRAINT "campaign_costs_team" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."teams"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_costs" ADD CONSTRAINT "campaign_costs_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_costs" ADD CONSTRAINT "campaign_costs_campaign" FOREIGN KEY ("org_id","campaign_id") REFERENCES "public"."campaigns"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_costs" ADD CONSTRAINT "campaign_costs_import" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_channel" FOREIGN KEY ("org_id","channel_id") REFERENCES "public"."channels"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_campaign" FOREIGN KEY ("org_id","campaign_id") REFERENCES "public"."campaigns"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_import" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_account_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "public"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_lead_fk" FOREIGN KEY ("org_id","lead_id") REFERENCES "public"."leads"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_name" ON "accounts" USING btree ("org_id","name_key") WHERE "accounts"."external_id" is null;--> statement-breakpoint
CREATE INDEX "accounts_any_name" ON "accounts" USING btree ("org_id","name_key");--> statement-breakpoint
CREATE INDEX "imports_created" ON "imports" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "lead_stages_reached" ON "lead_stages" USING btree ("org_id","stage","reached_at","lead_id");--> statement-breakpoint
CREATE INDEX "leads_account" ON "leads" USING btree ("org_id","account_id") WHERE "leads"."account_id" is not null;--> statement-breakpoint
CREATE INDEX "leads_email" ON "leads" USING btree ("org_id","email_hmac") WHERE "leads"."email_hmac" is not null;--> statement-breakpoint
CREATE INDEX "leads_passed" ON "leads" USING btree ("org_id","team_id","passed_at","id") WHERE "leads"."passed_at" is not null;--> statement-breakpoint
CREATE INDEX "leads_of_import" ON "leads" USING btree ("org_id","import_id") WHERE "leads"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "opportunities_account" ON "opportunities" USING btree ("org_id","account_id") WHERE "opportunities"."account_id" is not null;--> statement-breakpoint
CREATE INDEX "opportunities_lead" ON "opportunities" USING btree ("org_id","lead_id") WHERE "opportunities"."lead_id" is not null;--> statement-breakpoint
CREATE INDEX "opportunities_created" ON "opportunities" USING btree ("org_id","team_id","created_on","id");--> statement-breakpoint
CREATE INDEX "opportunities_closed" ON "opportunities" USING btree ("org_id","team_id","closed_on","id") WHERE "opportunities"."closed_on" is not null;--> statement-breakpoint
CREATE INDEX "opportunities_open" ON "opportunities" USING btree ("org_id","team_id","expected_close_on","id") WHERE "opportunities"."state" = 'open';--> statement-breakpoint
CREATE INDEX "opportunities_of_import" ON "opportunities" USING btree ("org_id","import_id") WHERE "opportunities"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "campaign_costs_of_import" ON "campaign_costs" USING btree ("org_id","import_id") WHERE "campaign_costs"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "touches_account" ON "touches" USING btree ("org_id","account_id","at") WHERE "touches"."account_id" is not null;--> statement-breakpoint
CREATE INDEX "touches_lead" ON "touches" USING btree ("org_id","lead_id","at") WHERE "touches"."lead_id" is not null;--> statement-breakpoint
CREATE INDEX "touches_of_import" ON "touches" USING btree ("org_id","import_id") WHERE "touches"."import_id" is not null;--> statement-breakpoint
CREATE POLICY "tenant" ON "accounts" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "import_changes" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "import_shapes" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "imports" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "lead_stages" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "leads" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "opportunities" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "counted_from" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "monthly_rollup" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "api_tokens" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "campaign_costs" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "touches" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);