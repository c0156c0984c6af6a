-- What people have taught: the truth, of which every model is made anew. Of a message nothing is kept but numbers of features.
create table learning_sample (
    sample_key varchar(64) not null primary key,
    label      varchar(8)  not null,
    taught_by  varchar(64) not null,
    taught_at  timestamp(6) with time zone not null,
    imported   boolean     not null,
    features   ${octets}   not null
);
create index learning_sample_time on learning_sample (taught_at);
create index learning_sample_teacher on learning_sample (taught_by, taught_at);

create table learning_model (
    version         bigint           not null primary key,
    made_at         timestamp(6) with time zone not null,
    ham             integer          not null,
    spam            integer          not null,
    false_positives integer          not null,
    area            double precision not null
);

-- Some megabytes in parts of at most 64 KiB.
create table learning_model_part (
    version     bigint    not null references learning_model (version) on delete cascade,
    part_number integer   not null,
    octets      ${octets} not null,
    primary key (version, part_number)
);

-- How far learning has come, and which node is about it. There is one row.
create table learning_state (
    id           integer     not null primary key,
    taught       bigint      not null,
    learnt       bigint      not null,
    active       bigint      not null,
    doubted      bigint      not null,
    owner        varchar(64) not null,
    owned_until  timestamp(6) with time zone not null
);
insert into learning_state (id, taught, learnt, active, doubted, owner, owned_until)
    values (1, 0, 0, 0, 0, '', timestamp with time zone '2000-01-01 00:00:00+00');
