package org.postern.policy.check;

import org.postern.config.SmtpSettings;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Parameters;
import org.postern.mail.ReversePath;
import org.postern.policy.AtContent;
import org.postern.policy.AtMail;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;

/** Refuses what is too big, when it is announced (RFC 1870, 6.1) or when it has come (6.3). */
public final class SizeFilter implements AtMail, AtContent {
    private static final AtCommand TOO_BIG = new AtCommand.Reject(Replies.TOO_BIG,
            Reason.setting(SmtpSettings.MESSAGE_SIZE_LIMIT.key()));
    /** No message of so many digits ever was small enough. */
    private static final int MAX_DIGITS = 18;

    private final long maxOctets;

    public SizeFilter(long maxOctets) {
        this.maxOctets = maxOctets;
    }

    @Override
    public AtCommand mail(SessionFacts session, ReversePath reversePath, Parameters parameters) {
        return isMore(parameters, maxOctets) ? TOO_BIG : AtCommand.ACCEPT;
    }

    /** {@return whether more octets are announced than these} What is no number is for the session to refuse. */
    static boolean isMore(Parameters parameters, long octets) {
        return parameters.get("SIZE").filter(size -> isMore(size, octets)).isPresent();
    }

    private static boolean isMore(String size, long octets) {
        boolean digits = !size.isEmpty() && size.chars().allMatch(c -> c >= '0' && c <= '9');
        String number = size.replaceFirst("^0+(?=.)", "");
        return digits && (number.length() > MAX_DIGITS || Long.parseLong(number) > octets);
    }

    @Override
    public AtCommand content(SessionFacts session, Envelope envelope, Content content, HeaderSection header) {
        return content.size() > maxOctets ? TOO_BIG : AtCommand.ACCEPT;
    }
}
