CREATE TABLE "account_merges" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "account_merges_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "account_merges_two" CHECK ("account_merges"."from_id" <> "account_merges"."into_id"),
	CONSTRAINT "account_merges_undone" CHECK (("account_merges"."undone_at" is null) = ("account_merges"."undone_by" is null))
);
--> statement-breakpoint
ALTER TABLE "account_merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_moves" (
	"org_id" uuid NOT NULL,
	"merge_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "account_moves_pk" PRIMARY KEY("org_id","merge_id","record_id"),
	CONSTRAINT "account_moves_kind" CHECK ("account_moves"."kind" in ('leads', 'opportunities', 'touches'))
);
--> statement-breakpoint
ALTER TABLE "account_moves" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "restatements" ALTER COLUMN "reason" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "restatements" ADD COLUMN "reason_key" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "agreed_days" smallint DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "influence_days" smallint DEFAULT 180 NOT NULL;--> statement-breakpoint
ALTER TABLE "account_merges" ADD CONSTRAINT "account_merges_from_fk" FOREIGN KEY ("org_id","from_id") REFERENCES "public"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_merges" ADD CONSTRAINT "account_merges_into_fk" FOREIGN KEY ("org_id","into_id") REFERENCES "public"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_merges" ADD CONSTRAINT "account_merges_maker" FOREIGN KEY ("org_id","merged_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_merges" ADD CONSTRAINT "account_merges_undoer" FOREIGN KEY ("org_id","undone_by") REFERENCES "public"."memberships"("org_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_moves" ADD CONSTRAINT "account_moves_merge" FOREIGN KEY ("org_id","merge_id") REFERENCES "public"."account_merges"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_merges_standing" ON "account_merges" USING btree ("org_id","from_id") WHERE "account_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "account_merges_into" ON "account_merges" USING btree ("org_id","into_id") WHERE "account_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "account_merges_at" ON "account_merges" USING btree ("org_id","merged_at","id");--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("org_id","subject_id","at");--> statement-breakpoint
ALTER TABLE "restatements" ADD CONSTRAINT "restatements_reason" CHECK (("restatements"."reason" is null) <> ("restatements"."reason_key" is null));--> statement-breakpoint
ALTER TABLE "restatements" ADD CONSTRAINT "restatements_reason_key" CHECK ("restatements"."reason_key" in ('recordsChanged', 'importUndone'));--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_agreed_days" CHECK ("organisations"."agreed_days" between 0 and 60);--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_influence_days" CHECK ("organisations"."influence_days" between 1 and 730);--> statement-breakpoint
CREATE POLICY "tenant" ON "account_merges" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "account_moves" AS PERMISSIVE FOR ALL TO "gyakusan_app" USING (org_id = nullif(current_setting('app.org_id', true), '')::uuid) WITH CHECK (org_id = nullif(current_setting('app.org_id', true), '')::uuid);