-- Written by hand: drizzle has no word for INCLUDE. Columns that are asked for beside the key stand in the index, so that
-- gathering a journey and marking it read no touch, lead or opportunity from its table.
DROP INDEX "leads_account";--> statement-breakpoint
DROP INDEX "opportunities_account";--> statement-breakpoint
DROP INDEX "opportunities_lead";--> statement-breakpoint
DROP INDEX "touches_account";--> statement-breakpoint
DROP INDEX "touches_lead";--> statement-breakpoint
CREATE INDEX "leads_account" ON "leads" USING btree ("org_id","account_id") INCLUDE ("id") WHERE "leads"."account_id" is not null;--> statement-breakpoint
CREATE INDEX "opportunities_account" ON "opportunities" USING btree ("org_id","account_id") INCLUDE ("id") WHERE "opportunities"."account_id" is not null;--> statement-breakpoint
CREATE INDEX "opportunities_lead" ON "opportunities" USING btree ("org_id","lead_id") INCLUDE ("id") WHERE "opportunities"."lead_id" is not null;--> statement-breakpoint
CREATE INDEX "touches_account" ON "touches" USING btree ("org_id","account_id","at") INCLUDE ("id","lead_id","channel_id","campaign_id") WHERE "touches"."account_id" is not null;--> statement-breakpoint
CREATE INDEX "touches_lead" ON "touches" USING btree ("org_id","lead_id","at") INCLUDE ("id","account_id") WHERE "touches"."lead_id" is not null;--> statement-breakpoint
-- Room on each page for journeys that change: then none of their indexes is written.
ALTER TABLE "attribution_journeys" SET (fillfactor = 90);
