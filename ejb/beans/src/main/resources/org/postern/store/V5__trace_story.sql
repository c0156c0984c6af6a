-- The events of a message that were stored together are one row: most messages have one row instead of three, each of them
-- with an entry in an index. The events are an array of JSON objects, as in their queue. Stories told before are forgotten.
create table trace_story (
    message_key varchar(64)     not null,
    part        integer         not null,
    events      varchar(1000000) not null,
    primary key (message_key, part)
);
drop table trace_event;
