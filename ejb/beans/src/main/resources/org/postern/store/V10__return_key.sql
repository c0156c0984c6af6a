-- The secrets by which return paths are signed, the same on all nodes. The youngest signs; older ones are known until all they signed
-- has expired.
create table return_key (
    id      varchar(8)  not null primary key,
    secret  varchar(64) not null,
    created timestamp(6) with time zone not null
);
