-- What has no destination yet is routed when it is released, and a route may ask for the listener that took it. Of what was parked before,
-- nobody knows.
alter table parked_message add column listener varchar(64);
