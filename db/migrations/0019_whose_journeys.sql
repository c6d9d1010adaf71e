ALTER TABLE "attribution_dirty" DROP CONSTRAINT "attribution_dirty_organisation";--> statement-breakpoint
ALTER TABLE "attribution_journeys" ADD COLUMN "account_id" uuid;--> statement-breakpoint
ALTER TABLE "attribution_journeys" ADD COLUMN "lead_id" uuid;--> statement-breakpoint
-- What drizzle-kit does not emit: whose the journeys of before are. One that a server of before keeps meanwhile has
-- neither, and is gathered whole when its lead is dated anew.
ALTER TABLE opportunities NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE attribution_journeys NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE attribution_journeys j SET account_id = o.account_id, lead_id = o.lead_id
FROM opportunities o WHERE o.org_id = j.org_id AND o.id = j.opportunity_id;--> statement-breakpoint
ALTER TABLE opportunities FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE attribution_journeys FORCE ROW LEVEL SECURITY;
