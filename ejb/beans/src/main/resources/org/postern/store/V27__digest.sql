-- How far the letters about quarantine have come, and which node writes them. There is one row.
create table digest_state (
    id          integer      not null primary key,
    told_since  timestamp(6) with time zone not null,
    told_until  timestamp(6) with time zone,
    place       varchar(512) not null,
    owner       varchar(64)  not null,
    owned_until timestamp(6) with time zone not null
);
insert into digest_state (id, told_since, told_until, place, owner, owned_until)
    values (1, timestamp with time zone '2000-01-01 00:00:00+00', null, '', '',
            timestamp with time zone '2000-01-01 00:00:00+00');

-- What the links in them are for, found by the hash of their token.
create table digest_link (
    token_hash varchar(64)  not null primary key,
    parked_key varchar(600) not null,
    recipient  varchar(512) not null,
    subject    varchar(200) not null,
    author     varchar(320) not null,
    expires    timestamp(6) with time zone not null,
    used       timestamp(6) with time zone
);
create index digest_link_expires on digest_link (expires);
