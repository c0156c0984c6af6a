-- What other programs were answered, kept for a day in case that they did not hear it and ask again with the same Idempotency-Key. Of the key and the
-- request there are hashes alone; a status of 0 means that the answer is not known yet.
create table api_answer (
    answer_key varchar(64)    not null primary key,
    caller     varchar(64)    not null,
    print      varchar(64)    not null,
    begun      timestamp(6) with time zone not null,
    status     integer        not null,
    media_type varchar(100)   not null,
    body       varchar(65536) not null
);

create index api_answer_caller on api_answer (caller);
create index api_answer_begun on api_answer (begun);
