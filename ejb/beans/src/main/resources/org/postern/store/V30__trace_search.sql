-- How many recipients have come how far, so that a line tells it and a search for one of the fates finds it; and what else people know a
-- message by. The list is read along arrived and message_key, backwards, for which H2 needs an index that goes backwards.
alter table trace_message add column refused integer default 0 not null;
alter table trace_message add column on_the_way integer default 0 not null;
alter table trace_message add column waiting integer default 0 not null;
alter table trace_message add column delivered integer default 0 not null;
alter table trace_message add column failed integer default 0 not null;
alter table trace_message add column dropped integer default 0 not null;
alter table trace_message add column client_address varchar(64);
alter table trace_message add column client_name varchar(255);
alter table trace_message add column message_id varchar(250);
alter table trace_message add column subject varchar(200);
alter table trace_recipient add column remote_name varchar(100);

update trace_message set
    refused = case when progress = 'REFUSED' then recipients else 0 end,
    on_the_way = case when progress = 'ON_THE_WAY' then recipients else 0 end,
    waiting = case when progress = 'WAITING' then recipients else 0 end,
    delivered = case when progress = 'DELIVERED' then recipients else 0 end,
    failed = case when progress = 'FAILED' then recipients else 0 end,
    dropped = case when progress = 'DROPPED' then recipients else 0 end;
update trace_message set
    refused = (select count(*) from trace_recipient r where r.message_key = trace_message.message_key and r.kind = 'REFUSED'),
    on_the_way = (select count(*) from trace_recipient r where r.message_key = trace_message.message_key
        and r.kind in ('RECEIVED', 'SUBMITTED', 'ROUTED', 'RELEASED')),
    waiting = (select count(*) from trace_recipient r where r.message_key = trace_message.message_key
        and r.kind in ('DEFERRED', 'PARKED')),
    delivered = (select count(*) from trace_recipient r where r.message_key = trace_message.message_key
        and r.kind in ('EXPANDED', 'HANDED_OVER', 'DELIVERED')),
    failed = (select count(*) from trace_recipient r where r.message_key = trace_message.message_key
        and r.kind in ('FAILED', 'BOUNCED', 'BOUNCED_BACK')),
    dropped = (select count(*) from trace_recipient r where r.message_key = trace_message.message_key and r.kind = 'DROPPED')
    where recipients > 1;

drop index trace_message_arrived;
create index trace_message_arrived on trace_message (arrived desc, message_key desc);
create index trace_message_client on trace_message (client_address);
create index trace_message_client_name on trace_message (client_name);
create index trace_message_id on trace_message (message_id);
create index trace_recipient_remote on trace_recipient (remote_name);
