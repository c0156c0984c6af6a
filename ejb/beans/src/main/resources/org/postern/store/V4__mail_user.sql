-- Who may submit mail. The key is SCRAM-SHA-256's salted password; the server's security realm reads it.
create table mail_user (
    name             varchar(255) ${ordered} not null primary key,
    scram_key        varchar(128) not null,
    scram_salt       varchar(64)  not null,
    scram_iterations integer      not null,
    enabled          boolean      not null,
    created          timestamp(6) with time zone not null,
    changed          timestamp(6) with time zone not null
);

create table mail_user_sender (
    user_name varchar(255) ${ordered} not null references mail_user (name),
    sender    varchar(320) not null,
    primary key (user_name, sender)
);
