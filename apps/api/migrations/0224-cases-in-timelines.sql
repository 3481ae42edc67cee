-- What became of a case is told in the timeline of the pupil whom it was about then, and stays there when the case turns
-- out to be about another. Who writes without signing in is its sender.
ALTER TABLE pupil_event DROP CONSTRAINT pupil_event_actor_role_known;
ALTER TABLE pupil_event ADD CONSTRAINT pupil_event_actor_role_known
  CHECK (actor_role IN ('guardian', 'office', 'job', 'sender'));
ALTER TABLE pupil_event DROP CONSTRAINT pupil_event_actor_unless_job;
ALTER TABLE pupil_event ADD CONSTRAINT pupil_event_actor_unless_nobody
  CHECK ((actor_id IS NULL) = (actor_role IN ('job', 'sender')));

-- Of the cases before, what was shown until now: under the pupil that they are about.
INSERT INTO pupil_event (school_id, pupil_id, id, kind, actor_id, actor_role, facts, case_id, occurred_at)
SELECT c.school_id, c.pupil_id, c.id, 'case_opened', c.sender_person_id,
       CASE WHEN c.sender_person_id IS NULL THEN 'sender' ELSE 'guardian' END,
       jsonb_build_object('caseNumber', c.number, 'about', c.topic), c.id, c.created_at
  FROM support_case c
 WHERE c.pupil_id IS NOT NULL
UNION ALL
SELECT c.school_id, c.pupil_id, s.id, 'case_' || (s.facts ->> 'status'), s.actor_id,
       CASE WHEN s.actor_id IS NULL THEN 'sender' ELSE 'office' END,
       jsonb_build_object('caseNumber', c.number), c.id, s.occurred_at
  FROM support_case c JOIN support_step s ON s.school_id = c.school_id AND s.case_id = c.id
 WHERE c.pupil_id IS NOT NULL AND s.kind = 'status_changed';
