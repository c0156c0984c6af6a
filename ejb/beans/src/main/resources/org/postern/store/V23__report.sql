-- What DMARC came to for the mail of strangers, by day and policy domain, each node counting its own. The key is a digest of all that is told apart, which
-- stands in facts as an aggregate report with one row, packed.
create table dmarc_count (
    count_key  varchar(64)  not null primary key,
    report_day date         not null,
    domain     varchar(255) ${ordered} not null,
    facts      ${octets}    not null,
    messages   bigint       not null
);
create index dmarc_count_day on dmarc_count (report_day, domain);

-- How far each daily report has come.
create table sent_report (
    kind       varchar(8)   not null,
    report_day date         not null,
    domain     varchar(255) ${ordered} not null,
    state      varchar(16)  not null,
    letters    integer      not null,
    tries      integer      not null,
    next_at    timestamp(6) with time zone not null,
    words      varchar(500) not null,
    primary key (kind, report_day, domain)
);
create index sent_report_state on sent_report (state);

-- Which node sends reports, and the last day of which all have come to their end. There is one row.
create table report_sending (
    id          integer     not null primary key,
    owner       varchar(64) not null,
    owned_until timestamp(6) with time zone not null,
    dmarc_done  date        not null,
    tls_done    date        not null
);
insert into report_sending (id, owner, owned_until, dmarc_done, tls_done)
    values (1, '', timestamp with time zone '2000-01-01 00:00:00+00', date '2000-01-01', date '2000-01-01');
