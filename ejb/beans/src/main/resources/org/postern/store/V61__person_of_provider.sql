-- Who somebody is for the OpenID provider who vouches for them: its issuer, and their subject there; null for who has a password.
alter table console_user add column subject varchar(600);
