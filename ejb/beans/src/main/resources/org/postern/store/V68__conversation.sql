-- Submissions to which answers may come, and where these go. A reply address has the name of its submission, signed; what it is for does not fit into it.
create table conversation (
    queue_id    varchar(32)   not null primary key,
    to_queue    varchar(200)  not null,
    correlation varchar(1100) not null,
    ends        timestamp(6) with time zone not null
);
create index conversation_ends on conversation (ends);
