-- Who writes suspicious mail to whom, and whether it came again. The key is a digest of the three.
create table greylist_contact (
    contact_key varchar(64)  not null primary key,
    network     varchar(64)  not null,
    sender      varchar(255) not null,
    recipient   varchar(320) not null,
    first_try   timestamp(6) with time zone not null,
    last_pass   timestamp(6) with time zone not null,
    state       varchar(8)   not null
);
create index greylist_contact_first on greylist_contact (state, first_try);
create index greylist_contact_last on greylist_contact (state, last_pass);
