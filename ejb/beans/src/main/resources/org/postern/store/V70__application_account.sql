-- What accounts of the broker may do: which queues and topics they use, none for those of all applications, whom they may write as sender, none for anybody, and how many messages a minute, 0 for any
-- number. Every node reads all of it when the version has changed. Passwords are the server's, and not here.
create table application_account (
    name       varchar(255) ${ordered} not null primary key,
    per_minute integer      not null
);

create table application_sender (
    account varchar(255) ${ordered} not null references application_account (name),
    sender  varchar(320) not null,
    primary key (account, sender)
);

create table application_queue (
    account varchar(255) ${ordered} not null references application_account (name),
    queue   varchar(300) not null,
    primary key (account, queue)
);

create table application_account_version (
    id      integer not null primary key,
    version bigint  not null
);
insert into application_account_version (id, version) values (1, 0);
