-- What a person wants to know of mail in quarantine before opening it, and by which it is found.
alter table parked_message add column quarantine varchar(16);
alter table parked_message add column score double precision default 0 not null;
alter table parked_message add column subject varchar(200) default '' not null;
alter table parked_message add column author varchar(320) default '' not null;

-- What waited before: no more is believed of it than its reason says.
update parked_message set quarantine = case
    when last_reply like '%SCAN\_%' escape '\' or last_reply like '%FILE\_%' escape '\' then 'MALWARE'
    when last_reply like 'score %' then 'SPAM'
    else 'POLICY' end
    where reason = 'QUARANTINED';
