package org.postern.policy.question;

import org.postern.config.rule.QuestionRule;
import org.postern.mail.Envelope;
import org.postern.receiver.SessionFacts;

/**
 * What an application is asked.
 *
 * @param rule by which it is asked, and when
 * @param session who wants to hand the mail in
 * @param envelope at RCPT that of the transaction with nobody but the recipient in question, at DATA the whole of it
 * @param header the header section without the empty line behind it, each octet a character (ISO 8859-1); empty at RCPT
 * @param size octets of the whole content; 0 at RCPT
 */
public record Question(QuestionRule rule, SessionFacts session, Envelope envelope, String header, long size) {}
