-- How much mail came and went in a span of time, by node. Minutes are kept for some days, hours for more than a year.
create table flow_figure (
    span        varchar(8)   not null,
    begins      timestamp(6) with time zone not null,
    node        varchar(255) not null,
    received    bigint       not null,
    delivered   bigint       not null,
    refused     bigint       not null,
    deferred    bigint       not null,
    failed      bigint       not null,
    quarantined bigint       not null,
    primary key (span, begins, node)
);
