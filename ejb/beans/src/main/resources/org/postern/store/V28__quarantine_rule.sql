-- What a rule of the operator set aside is no more of a kind with what DMARC did: recipients are not asked about it.
update parked_message set quarantine = 'RULE' where quarantine = 'POLICY' and last_reply not like 'DMARC: %';
