package org.postern.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.postern.it.harness.ReceivedMessage;

import java.util.List;

/**
 * A message that the gateway has taken.
 *
 * @param outside where it is on its way
 * @param id the queue id of the 250
 * @param sender who hears of it
 */
record Sent(Outside outside, String id, String sender) {
    /** {@return what the trace tells, as soon as it tells this} */
    String trace(String text) {
        return outside.console().awaitStory(id, text);
    }

    /** {@return what the trace tells when the message has been delivered, of which nobody was told} */
    String delivered() {
        String story = trace("Delivered");
        assertThat(outside.home().heard(toSender())).as("reports to " + sender).isZero();
        return story;
    }

    /** {@return the report to its sender, as soon as it is there, which is the only one} */
    ReceivedMessage report() {
        return reports(1).getFirst();
    }

    /** {@return the reports to its sender, as soon as so many are there, which are all} */
    List<ReceivedMessage> reports(int count) {
        List<ReceivedMessage> reports = outside.home()
                .await(message -> message.recipients().getFirst().startsWith(toSender()), count, Outside.LIMIT);
        assertThat(reports).allMatch(report -> report.mail().startsWith("MAIL FROM:<>"));
        assertThat(outside.home().heard(toSender())).as("reports to " + sender).isEqualTo(count);
        return reports;
    }

    private String toSender() {
        return "RCPT TO:<" + sender + ">";
    }
}
