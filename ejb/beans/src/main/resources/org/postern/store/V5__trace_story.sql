-- The events of a message that were stored together are one row: most messages have one row instead of three, each of them
-- with an entry in an index. The events are an array of JSON objects, as in their queue. Stories told before are forgotten, but not
-- that there were some: what is known has at least one row here, by which the journal tells it from what is new.
create table trace_story (
    message_key varchar(64)     not null,
    part        integer         not null,
    events      varchar(1000000) not null,
    primary key (message_key, part)
);
insert into trace_story (message_key, part, events) select message_key, 0, '[]' from trace_message;
drop table trace_event;
