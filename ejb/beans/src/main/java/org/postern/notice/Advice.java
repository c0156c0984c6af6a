package org.postern.notice;

import org.postern.delivery.outcome.ReportedRecipient;
import org.postern.smtp.EnhancedStatus;

/** What a sender can do, by the status of the failure (RFC 3463). */
final class Advice {
    private Advice() {}

    static String on(ReportedRecipient failure) {
        if (failure.isExpired()) {
            return "Send it again later, or reach the recipient in another way.";
        }
        EnhancedStatus status = failure.status();
        return switch (status.subject()) {
            case 1 -> address(status.detail());
            case 2 -> status.detail() == 2
                    ? "The mailbox is full. Reach the recipient in another way, and send it again later."
                    : "The mailbox takes no mail. Reach the recipient in another way.";
            case 3 -> status.detail() == 4
                    ? "The message is too large for the recipient. Send less, or share it in another way."
                    : "The recipient's mail system has trouble. Send it again later.";
            case 6 -> "The recipient's server cannot take what the message contains. Send it in another form.";
            case 7 ->
                "The recipient's server refuses the message by its rules. Ask its postmaster, and quote its words.";
            default -> "If its words do not tell you, ask the postmaster of the recipient's domain, and quote them.";
        };
    }

    private static String address(int detail) {
        return switch (detail) {
            case 2, 10 -> "Check the part of the address behind the @. If it is right, that domain takes no mail.";
            case 7, 8 -> "Your own address was refused. Check how your mail program is set up.";
            default -> "Check the address for mistakes, and send the message again to the right one.";
        };
    }
}
