-- The keys that sign mail of one's own domains, the same on all nodes. The private part is sealed with a secret that is not in here, and goes when the
-- key is retired. Every node reads all of it when the version has changed, and never in between; a change is made for the version that was read.
create table signing_key (
    name        varchar(253)  not null primary key,
    domain      varchar(253)  not null,
    selector    varchar(63)   not null,
    algorithm   varchar(32)   not null,
    record_text varchar(1000) not null,
    seal        varchar(32),
    sealed      varchar(4000),
    made        timestamp(6) with time zone not null,
    published   timestamp(6) with time zone,
    active      timestamp(6) with time zone,
    retiring    timestamp(6) with time zone,
    retired     timestamp(6) with time zone,
    changed_by  varchar(64)   not null
);
create index signing_key_domain on signing_key (domain);

create table signing_version (
    id      integer not null primary key,
    version bigint  not null
);
insert into signing_version (id, version) values (1, 0);
