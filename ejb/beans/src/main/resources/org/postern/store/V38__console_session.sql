-- The sessions of the console, for all nodes: a cookie holds the secret, this table its hash.
create table console_session (
    hash   varchar(64) not null primary key,
    person varchar(64) not null,
    client varchar(64) not null,
    begun  timestamp(6) with time zone not null,
    seen   timestamp(6) with time zone not null
);
create index console_session_person on console_session (person, begun);

-- A link by which somebody chooses a password, once: the table has the hash of its secret.
create table password_link (
    person  varchar(64) not null primary key,
    hash    varchar(64) not null,
    expires timestamp(6) with time zone not null
);
create unique index password_link_hash on password_link (hash);
