-- What applications want to hear of bounces that come when their mail has long been delivered. Of their own mail alone, and as long as a return path counts.
create table return_wish (
    queue_id   varchar(32)   not null primary key,
    wish       varchar(4000) not null,
    recipients varchar(4000) not null,
    kept_until timestamp(6) with time zone not null
);
create index return_wish_until on return_wish (kept_until);
