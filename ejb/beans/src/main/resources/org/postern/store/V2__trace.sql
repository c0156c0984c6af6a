-- One line for each message, or for the refusals of one session. No foreign keys: rows are written in bulk,
-- and the purge deletes by the same keys.
create table trace_message (
    message_key     varchar(64)  not null primary key,
    session_ref     varchar(64),
    arrived         timestamp(6) with time zone not null,
    changed         timestamp(6) with time zone not null,
    reverse_path    varchar(512),
    sender_key      varchar(512) ${ordered},
    size_octets     bigint       not null,
    progress        varchar(16)  not null,
    recipients      integer      not null,
    first_recipient varchar(512)
);
create index trace_message_arrived on trace_message (arrived);
create index trace_message_sender on trace_message (sender_key);
create index trace_message_session on trace_message (session_ref);

create table trace_recipient (
    message_key varchar(64)  not null,
    address     varchar(512) not null,
    address_key varchar(512) ${ordered} not null,
    kind        varchar(16)  not null,
    changed     timestamp(6) with time zone not null,
    destination varchar(512),
    reply       varchar(2000),
    primary key (message_key, address)
);
create index trace_recipient_address on trace_recipient (address_key);

create table trace_event (
    message_key  varchar(64)  not null,
    event_id     varchar(64)  not null,
    happened     timestamp(6) with time zone not null,
    kind         varchar(16)  not null,
    queue_id     varchar(16),
    session_ref  varchar(64),
    reverse_path varchar(512),
    recipients   varchar(65536) not null,
    peer         varchar(512),
    destination  varchar(512),
    reply        varchar(2000),
    size_octets  bigint       not null,
    detail       varchar(2000),
    primary key (message_key, event_id)
);
