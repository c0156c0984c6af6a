-- Parked mail is listed, counted and acted on by what people ask for, a page at a time, each page by an index that is in the order of
-- the list.
alter table parked_message add column parked_at timestamp(6) with time zone default current_timestamp not null;
alter table parked_message add column sender_key varchar(512) ${ordered} default '' not null;
alter table parked_message add column kind varchar(16) default 'OTHER' not null;
alter table parked_message add column delay_told boolean default false not null;
alter table parked_message add column expires timestamp(6) with time zone;
alter table parked_address add column recipient boolean default true not null;
-- So that who knows only how a local part begins need not have all addresses read.
alter table parked_address add column local_part varchar(512) ${ordered}
    generated always as (substring(address_key from position('/' in address_key) + 1)) ${stored};
create index parked_address_local on parked_address (local_part);

-- What was parked before gets what it would have got now: the key of its sender is among its addresses, a sender is a recipient only
-- where the envelope says so, and the kind follows from the last words.
update parked_message set sender_key = coalesce((select max(a.address_key) from parked_address a
    where a.parked_key = parked_message.parked_key
      and a.address_key like '%/%'
      and lower(parked_message.reverse_path) = substring(a.address_key from position('/' in a.address_key) + 1)
          || '@' || substring(a.address_key from 1 for position('/' in a.address_key) - 1)), '')
    where reverse_path <> '';
update parked_address set recipient = false
    where exists (select 1 from parked_message p where p.parked_key = parked_address.parked_key
      and p.sender_key = parked_address.address_key
      and position(lower('RCPT TO:<' || p.reverse_path || '>') in lower(p.envelope)) = 0);
update parked_message set kind = case
    when lower(last_reply) like '%greylist%' or lower(last_reply) like '%graylist%' then 'GREYLISTED'
    when last_reply like '_____.4.%' then 'NETWORK'
    when last_reply like '_____.2.2' or last_reply like '_____.2.2 %' then 'FULL'
    when last_reply like '_____.7.%' then 'POLICY'
    else 'OTHER' end;

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
