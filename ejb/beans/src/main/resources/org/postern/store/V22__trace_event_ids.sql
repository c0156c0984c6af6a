-- Which events a row of a story tells, so that they are not told again and need not be read for it; null in rows from before.
alter table trace_story add column event_ids varchar(400);
alter table trace_story add column has_reports boolean;
