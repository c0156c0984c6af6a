-- Whose mail return paths were made for, so that a report goes to the sender before the story of the message is written. A sender has a
-- name for each key that has signed for it; what has not been used for longer than a path lives is forgotten.
create table return_sender (
    name    varchar(16)  not null primary key,
    mailbox varchar(512) not null,
    used    timestamp(6) with time zone not null
);
create index return_sender_used on return_sender (used);
