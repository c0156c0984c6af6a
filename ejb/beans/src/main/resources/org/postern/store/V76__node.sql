-- The gateways that run on this database: each name once, and who has it.
create table node (
    name   varchar(255) not null primary key,
    folder varchar(64)  not null,
    run    varchar(64)  not null,
    host   varchar(255) not null,
    since  timestamp(6) with time zone not null,
    seen   timestamp(6) with time zone not null
);
