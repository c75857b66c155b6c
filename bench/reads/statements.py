"""The limit's statements, by the operation's name. Each gives the whole answer."""

_LATEST = "ORDER BY created_at DESC, id DESC"


def _id(type_name: str, key: str) -> str:
    return f"encode(convert_to('{type_name}:' || {key}, 'UTF8'), 'base64')"


_EVENT_PAGE = "SELECT * FROM contact_events WHERE lead_id = l.id ORDER BY occurred_at DESC, id DESC LIMIT 3"

_PAGE = f"""
SELECT json_build_object('data', json_build_object('leads', json_build_object('nodes',
  coalesce(json_agg(json_build_object(
    'id', {_id("Lead", "l.id")}, 'name', l.name, 'email', l.email, 'stage', l.stage, 'score', l.score,
    'createdAt', l.created_at,
    'campaign', (
      SELECT json_build_object('id', {_id("Campaign", "c.id")}, 'name', c.name)
      FROM campaigns c WHERE c.id = l.campaign_id
    ),
    'contactEvents', json_build_object('nodes', (
      SELECT coalesce(json_agg(json_build_object(
        'id', {_id("ContactEvent", "e.id")}, 'channel', e.channel, 'direction', e.direction, 'summary', e.summary,
        'occurredAt', e.occurred_at
      )), '[]')
      FROM ({_EVENT_PAGE}) e
    )),
    'appointments', json_build_object('nodes', (
      SELECT coalesce(json_agg(json_build_object(
        'id', {_id("Appointment", "a.id")}, 'title', a.title, 'status', a.status, 'startsAt', a.starts_at
      )), '[]')
      FROM (SELECT * FROM appointments WHERE lead_id = l.id ORDER BY starts_at DESC, id DESC LIMIT 3) a
    ))
  )), '[]')
)))
FROM (SELECT * FROM leads {_LATEST} LIMIT $1) l
"""

_POINT = f"""
SELECT json_build_object('data', json_build_object('lead', (
  SELECT json_build_object(
    'id', {_id("Lead", "l.id")}, 'name', l.name, 'email', l.email, 'stage', l.stage, 'createdAt', l.created_at,
    'campaign', json_build_object('id', {_id("Campaign", "c.id")}, 'name', c.name)
  )
  FROM leads l JOIN campaigns c ON c.id = l.campaign_id WHERE l.id = $1
)))
"""

_WIDE = f"""
SELECT json_build_object('data', json_build_object('leads', json_build_object('nodes',
  coalesce(json_agg(json_build_object(
    'id', {_id("Lead", "l.id")}, 'name', l.name, 'email', l.email, 'phone', l.phone, 'company', l.company,
    'role', l.role, 'location', l.location, 'timeZone', l.time_zone, 'website', l.website, 'source', l.source,
    'stage', l.stage, 'score', l.score, 'doNotContact', l.do_not_contact, 'createdAt', l.created_at,
    'updatedAt', l.updated_at
  )), '[]')
)))
FROM (SELECT * FROM leads {_LATEST} LIMIT $1) l
"""

_DEEP = f"""
SELECT json_build_object('data', json_build_object('campaign', (
  SELECT json_build_object('id', {_id("Campaign", "c.id")}, 'name', c.name,
    'discoveryJobs', json_build_object('nodes', (
      SELECT coalesce(json_agg(json_build_object('id', {_id("DiscoveryJob", "j.id")}, 'name', j.name,
        'profiles', json_build_object('nodes', (
          SELECT coalesce(json_agg(json_build_object(
            'id', {_id("DiscoveredProfile", "p.id")}, 'displayName', p.display_name, 'matchScore', p.match_score,
            'lead', (
              SELECT json_build_object('id', {_id("Lead", "l.id")}, 'name', l.name, 'stage', l.stage,
                'contactEvents', json_build_object('nodes', (
                  SELECT coalesce(json_agg(json_build_object(
                    'id', {_id("ContactEvent", "e.id")}, 'channel', e.channel, 'summary', e.summary,
                    'occurredAt', e.occurred_at
                  )), '[]')
                  FROM ({_EVENT_PAGE}) e
                ))
              )
              FROM leads l WHERE l.id = p.lead_id
            )
          )), '[]')
          FROM (
            SELECT * FROM discovered_profiles WHERE job_id = j.id ORDER BY match_score DESC, id DESC LIMIT 10
          ) p
        ))
      )), '[]')
      FROM (SELECT * FROM discovery_jobs WHERE campaign_id = c.id {_LATEST} LIMIT 5) j
    ))
  )
  FROM campaigns c WHERE c.id = $1
)))
"""

_PIPELINE = """
SELECT json_build_object('data', json_build_object('pipeline', json_build_object(
  'total', coalesce(sum(counted.count), 0),
  'stages', json_agg(json_build_object('stage', stages.stage, 'count', coalesce(counted.count, 0)) ORDER BY place)
)))
FROM unnest(ARRAY['NEW', 'CONTACTED', 'REPLIED', 'QUALIFIED', 'WON', 'LOST']) WITH ORDINALITY stages (stage, place)
LEFT JOIN (SELECT stage, count(*) FROM leads WHERE campaign_id = $1 GROUP BY stage) counted USING (stage)
"""

_COUNT = """
SELECT json_build_object('data', json_build_object('leads', json_build_object('totalCount', count(*)))) FROM leads
"""

_NODES = """
SELECT json_build_object('data', json_build_object('nodes', json_agg(
  CASE type_name
    WHEN 'Lead' THEN (SELECT json_build_object('name', name, 'stage', stage) FROM leads WHERE id = key)
    ELSE (SELECT json_build_object('displayName', display_name) FROM discovered_profiles WHERE id = key)
  END
)))
FROM unnest($1::text[], $2::bigint[]) named (type_name, key)
"""

# Without a cursor, the condition is a constant of the plan or a look at it for each row; both cost nothing to speak of.
_PAGES = f"""
SELECT json_build_object('data', json_build_object('leads', json_build_object(
  'nodes', coalesce(json_agg(json_build_object(
    'id', {_id("Lead", "l.id")}, 'name', l.name, 'createdAt', l.created_at
  )) FILTER (WHERE place <= $1), '[]'),
  'pageInfo', json_build_object(
    'hasNextPage', count(*) > $1,
    'endCursor', max(encode(convert_to(json_build_array(l.created_at::text, l.id)::text, 'UTF8'), 'base64'))
      FILTER (WHERE place = $1)
  )
)))
FROM (
  SELECT *, row_number() OVER () AS place FROM (
    SELECT id, name, created_at FROM leads
    WHERE (created_at, id) < (coalesce($2::text::timestamptz, 'infinity'), coalesce($3::bigint, 0))
    {_LATEST} LIMIT $1 + 1
  ) page
) l
"""

STATEMENTS = {
    "Page": _PAGE,
    "Point": _POINT,
    "Wide": _WIDE,
    "Deep": _DEEP,
    "Pipeline": _PIPELINE,
    "Count": _COUNT,
    "Nodes": _NODES,
    "Pages": _PAGES,
}
