-- By what other programs come in. Of the secret there is the SHA-256 alone.
create table api_token (
    name       varchar(48) ${ordered} not null primary key,
    hash       varchar(64) not null,
    role       varchar(16) not null,
    created    timestamp(6) with time zone not null,
    created_by varchar(64) not null,
    expires    timestamp(6) with time zone not null,
    used       timestamp(6) with time zone
);

create unique index api_token_hash on api_token (hash);
