-- To which domains somebody is limited, and a program: their names, with a space between each two; null for all.
alter table console_user add column domains varchar(16000);
alter table api_token add column domains varchar(16000);
