-- MTA-STS policies of other domains (RFC 8461), for as long as they may be remembered. The hosts stand one a line.
create table sts_policy (
    domain     varchar(255)   ${ordered} not null primary key,
    policy_id  varchar(32)    not null,
    mode       varchar(16)    not null,
    hosts      varchar(65536) not null,
    max_age    bigint         not null,
    fetched    timestamp(6) with time zone not null,
    used       timestamp(6) with time zone not null,
    refresh_at timestamp(6) with time zone not null,
    ends       timestamp(6) with time zone not null
);
create index sts_policy_refresh on sts_policy (refresh_at);
create index sts_policy_ends on sts_policy (ends);

-- Sessions by day, policy, host and result (RFC 8460), each node counting its own. The key is a digest of all that is told apart.
create table tls_count (
    count_key    varchar(64)   not null primary key,
    report_day   date          not null,
    domain       varchar(255)  ${ordered} not null,
    kind         varchar(16)   not null,
    policy_lines varchar(4000) not null,
    policy_hosts varchar(4000) not null,
    mx_host      varchar(255)  not null,
    fault        varchar(32),
    sessions     bigint        not null
);
create index tls_count_day on tls_count (report_day, domain);
