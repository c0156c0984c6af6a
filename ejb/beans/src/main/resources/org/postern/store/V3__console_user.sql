-- Who may use the console. The password is bcrypt in modular crypt form; the server's security realm reads it.
create table console_user (
    name          varchar(64)  not null primary key,
    password_hash varchar(128) not null,
    role          varchar(32)  not null,
    created       timestamp(6) with time zone not null,
    changed       timestamp(6) with time zone not null
);
