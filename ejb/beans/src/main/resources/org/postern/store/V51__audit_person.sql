-- Recipients act by the links in digests, too: recipient/ and an address, which is longer than a name of the console.
alter table admin_audit alter column person set data type varchar(340);
