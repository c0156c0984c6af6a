-- Mail that waits, for time or for a person. What only a person releases is due at the end of time,
-- so that one index serves the poller and the list.
create table parked_message (
    parked_key      varchar(600)  not null primary key,
    queue_id        varchar(16)   not null,
    reason          varchar(16)   not null,
    due             timestamp(6) with time zone not null,
    released_by     varchar(64),
    queue           varchar(255)  not null,
    destination     varchar(512),
    envelope        varchar(1048576) not null,
    reverse_path    varchar(512)  not null,
    first_recipient varchar(512)  not null,
    recipients      integer       not null,
    attempts        integer       not null,
    arrived         timestamp(6) with time zone not null,
    size_octets     bigint        not null,
    last_reply      varchar(2000) not null
);
create index parked_message_due on parked_message (due);
create index parked_message_queue_id on parked_message (queue_id);

-- Its sender and recipients for searching, the domain first: example.org/alice.
create table parked_address (
    parked_key  varchar(600) not null references parked_message (parked_key) on delete cascade,
    address_key varchar(512) ${ordered} not null,
    primary key (parked_key, address_key)
);
create index parked_address_key on parked_address (address_key);

-- Its content in parts of at most 64 KiB: written and read one after another, never in memory as a whole.
create table parked_part (
    parked_key  varchar(600) not null references parked_message (parked_key) on delete cascade,
    part_number integer      not null,
    octets      ${octets}    not null,
    primary key (parked_key, part_number)
);
