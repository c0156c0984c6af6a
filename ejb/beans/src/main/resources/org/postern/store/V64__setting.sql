-- What people write for settings, where neither start nor file says anything. Every node reads all of it when the version has changed.
create table setting (
    name       varchar(100) ${ordered} not null primary key,
    text       varchar(65536) not null,
    changed_by varchar(64)    not null,
    changed_at timestamp(6) with time zone not null
);

create table setting_version (
    id      integer not null primary key,
    version bigint  not null
);
insert into setting_version (id, version) values (1, 0);
