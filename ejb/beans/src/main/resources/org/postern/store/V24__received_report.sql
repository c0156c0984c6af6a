-- What others report about us, and what came as a report and could not be read: that has no kind, and a fault.
create table received_report (
    report_key   varchar(64)  not null primary key,
    received_at  timestamp(6) with time zone not null,
    kind         varchar(8),
    organization varchar(255) not null,
    domain       varchar(255) ${ordered} not null,
    report_id    varchar(255) not null,
    begins       timestamp(6) with time zone not null,
    ends         timestamp(6) with time zone not null,
    passed       bigint       not null,
    failed       bigint       not null,
    queue_id     varchar(64)  not null,
    sender       varchar(255) not null,
    fault        varchar(255) not null
);
create index received_report_time on received_report (received_at);
create index received_report_domain on received_report (domain, received_at);

create table received_line (
    report_key  varchar(64)  not null references received_report (report_key) on delete cascade,
    line_number integer      not null,
    source      varchar(255) not null,
    about       varchar(255) not null,
    messages    bigint       not null,
    passed      boolean      not null,
    words       varchar(255) not null,
    primary key (report_key, line_number)
);
