-- What drizzle-kit does not emit for the tables of 0010: FORCE, the grants, and what the records of before count for.
GRANT SELECT, INSERT, UPDATE, DELETE ON journey_rollup, handover_rollup, opportunity_influences TO gyakusan_app;--> statement-breakpoint
ALTER TABLE leads NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE lead_stages NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE opportunities NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE touches NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE organisations NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE channels NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO journey_rollup (org_id, team_id, month, channel_id, reached, records)
SELECT org_id, team_id, month, channel_id, reached, count(*) FROM (
  SELECT l.org_id, l.team_id, came.reached ->> 'lead' AS month, l.channel_id, came.reached || jsonb_strip_nulls(
    jsonb_build_object('opportunity', to_char(sold.created_on, 'YYYY-MM'), 'won', to_char(sold.won_on, 'YYYY-MM'))) AS reached
  FROM (
    SELECT s.org_id, s.lead_id, jsonb_object_agg(s.stage, to_char(s.reached_at AT TIME ZONE z.time_zone, 'YYYY-MM')) AS reached
    FROM lead_stages s JOIN organisations z ON z.org_id = s.org_id GROUP BY 1, 2 HAVING bool_or(s.stage = 'lead')
  ) came
  JOIN leads l ON l.org_id = came.org_id AND l.id = came.lead_id
  LEFT JOIN (
    SELECT org_id, lead_id, min(created_on) AS created_on, min(closed_on) FILTER (WHERE state = 'won') AS won_on
    FROM opportunities WHERE lead_id IS NOT NULL GROUP BY 1, 2
  ) sold ON sold.org_id = l.org_id AND sold.lead_id = l.id
  UNION ALL
  SELECT org_id, team_id, to_char(created_on, 'YYYY-MM'), source_channel_id, jsonb_strip_nulls(jsonb_build_object(
    'opportunity', to_char(created_on, 'YYYY-MM'), 'won', CASE WHEN state = 'won' THEN to_char(closed_on, 'YYYY-MM') END))
  FROM opportunities WHERE lead_id IS NULL AND source_channel_id IS NOT NULL
) counted GROUP BY 1, 2, 3, 4, 5;--> statement-breakpoint
INSERT INTO handover_rollup (org_id, team_id, month, channel_id, response_days, passed_on, is_returned, return_reason, records)
SELECT l.org_id, l.team_id, to_char(p.day, 'YYYY-MM'), l.channel_id,
  CASE WHEN l.worked_at IS NOT NULL THEN greatest(0, (l.worked_at AT TIME ZONE z.time_zone)::date - p.day) END,
  CASE WHEN l.worked_at IS NULL THEN p.day END, l.returned_at IS NOT NULL, l.return_reason, count(*)
FROM leads l JOIN organisations z ON z.org_id = l.org_id
CROSS JOIN LATERAL (SELECT (l.passed_at AT TIME ZONE z.time_zone)::date AS day) p
WHERE l.passed_at IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;--> statement-breakpoint
INSERT INTO opportunity_influences (org_id, opportunity_id, channel_id, campaign_id, before_creation, before_close)
SELECT o.org_id, o.id, t.channel_id, t.campaign_id, max(t.day) FILTER (WHERE t.day <= o.created_on),
  max(t.day) FILTER (WHERE o.closed_on IS NULL OR t.day <= o.closed_on)
FROM opportunities o JOIN organisations z ON z.org_id = o.org_id
CROSS JOIN LATERAL (
  SELECT t.channel_id, t.campaign_id, (t.at AT TIME ZONE z.time_zone)::date AS day FROM touches t
  WHERE t.org_id = o.org_id AND t.account_id = o.account_id
  UNION ALL
  SELECT t.channel_id, t.campaign_id, (t.at AT TIME ZONE z.time_zone)::date FROM touches t
  WHERE t.org_id = o.org_id AND t.lead_id = o.lead_id
) t
JOIN channels c ON c.org_id = o.org_id AND c.id = t.channel_id AND c.is_marketing
WHERE t.day <= o.created_on OR o.closed_on IS NULL OR t.day <= o.closed_on
GROUP BY 1, 2, 3, 4;--> statement-breakpoint
ALTER TABLE leads FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE lead_stages FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE opportunities FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE touches FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE organisations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE channels FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE journey_rollup FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE handover_rollup FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE opportunity_influences FORCE ROW LEVEL SECURITY;
