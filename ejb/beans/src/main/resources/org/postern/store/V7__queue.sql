-- Parked mail is listed, counted and acted on by what people ask for, a page at a time, each page by an index that is in the order of
-- the list. What was parked before is of the kind OTHER, and found by its sender as if that were a recipient.
alter table parked_message add column parked_at timestamp(6) with time zone default current_timestamp not null;
alter table parked_message add column sender_key varchar(512) ${ordered} default '' not null;
alter table parked_message add column kind varchar(16) default 'OTHER' not null;
alter table parked_message add column delay_told boolean default false not null;
alter table parked_message add column expires timestamp(6) with time zone;
alter table parked_address add column recipient boolean default true not null;

drop index parked_message_due;
create index parked_message_due on parked_message (due, parked_key);
create index parked_message_reason on parked_message (reason, due, parked_key);
create index parked_message_destination on parked_message (destination, due, parked_key);
create index parked_message_sender on parked_message (sender_key, due, parked_key);
create index parked_message_kind on parked_message (kind, due, parked_key);

-- What a person wants for one destination, seen by all nodes.
create table destination_control (
    destination varchar(512) not null primary key,
    paused      boolean      not null,
    concurrency integer,
    per_minute  integer,
    changed_by  varchar(64)  not null,
    changed_at  timestamp(6) with time zone not null
);
