-- What a client handed in is often thousands of lines. With the place of a line in the list each of these indexes answers by itself which of them
-- a page shows, where every line was looked up to be put in order.
drop index trace_message_client;
drop index trace_message_client_name;
create index trace_message_client on trace_message (client_address, arrived desc, message_key desc);
create index trace_message_client_name on trace_message (client_name, arrived desc, message_key desc);
