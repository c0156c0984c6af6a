-- What was found about a message stays with it while it waits. Of what was parked before, nothing is known.
alter table parked_message add column assessment varchar(65536);
