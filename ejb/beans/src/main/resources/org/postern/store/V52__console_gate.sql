-- Who adds somebody to the console takes this row, so that two never do so at the same moment.
create table console_gate (
    passed bigint not null
);
insert into console_gate (passed) values (0);
