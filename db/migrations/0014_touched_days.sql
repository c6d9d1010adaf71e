ALTER TABLE "opportunities" ADD COLUMN "touched_before_creation" date;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "touched_before_close" date;--> statement-breakpoint
-- What drizzle-kit does not emit: the days of the opportunities of before, from what is kept of their touches.
ALTER TABLE opportunities NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE opportunity_influences NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE opportunities o SET touched_before_creation = d.before_creation, touched_before_close = d.before_close
FROM (
  SELECT org_id, opportunity_id, max(before_creation) AS before_creation, max(before_close) AS before_close
  FROM opportunity_influences GROUP BY 1, 2
) d WHERE o.org_id = d.org_id AND o.id = d.opportunity_id;--> statement-breakpoint
ALTER TABLE opportunities FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE opportunity_influences FORCE ROW LEVEL SECURITY;
