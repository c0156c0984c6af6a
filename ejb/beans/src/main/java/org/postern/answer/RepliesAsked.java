package org.postern.answer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import org.postern.bounce.Conversation;
import org.postern.bounce.ReplyAddresses;
import org.postern.bounce.ReplySettings;
import org.postern.broker.MalformedSubmissionException;
import org.postern.broker.Submitted;
import org.postern.client.PropertyNames;
import org.postern.config.Settings;
import org.postern.mail.HeaderSection;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Reads from a submission that its application wants answers, and refuses where it may not have them. */
@Singleton
public class RepliesAsked {
    private static final String REPLY_TO = "Reply-To";

    private final ReplyAddresses addresses;
    private final ReplyRules rules;
    private final Settings settings;
    private final InstantSource clock;

    @Inject
    RepliesAsked(ReplyAddresses addresses, ReplyRules rules, Settings settings, InstantSource clock) {
        this.addresses = addresses;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * {@return the conversation that a submission is to begin; empty where its application wants no answers}
     *
     * @param queue where it was handed in
     * @throws MalformedSubmissionException when there can be none, with the reason
     * @throws IOException when its content cannot be read
     */
    public Optional<Conversation> of(Message submission, String queue, Submitted submitted)
            throws JMSException, IOException, MalformedSubmissionException {
        String wanted = submission.getStringProperty(PropertyNames.REPLIES);
        if (wanted == null) {
            return Optional.empty();
        }
        if (!addresses.areMade()) {
            throw refused("is not for this gateway, where " + ReplySettings.DOMAIN.key() + " is not set");
        }
        refuseWhatHasAnother(HeaderSection.of(submitted.content()));
        Instant end = end(submission);
        Optional<String> obstacle = rules.obstacleOfMail(submission, wanted, queue);
        if (obstacle.isPresent()) {
            throw refused(obstacle.get());
        }
        return Optional.of(new Conversation(wanted, Answers.name(submission), end));
    }

    /** Of two fields nobody could say which one counts (RFC 5322, 3.6), and what an application has written stays as it is. */
    private static void refuseWhatHasAnother(HeaderSection header) throws MalformedSubmissionException {
        if (header.count(REPLY_TO) > 0) {
            throw refused("is for mail without a field " + REPLY_TO + " of its own");
        }
        if (!header.isWellFormed()) {
            throw refused("is for mail with a header section of nothing but fields");
        }
    }

    private Instant end(Message submission) throws JMSException, MalformedSubmissionException {
        Duration longest = settings.get(ReplySettings.LIFETIME);
        Instant now = clock.instant();
        Instant latest = now.plus(longest);
        if (!submission.propertyExists(PropertyNames.REPLIES_UNTIL)) {
            return latest;
        }
        Optional<Instant> end;
        try {
            end = Optional.of(Instant.ofEpochMilli(submission.getLongProperty(PropertyNames.REPLIES_UNTIL)));
        } catch (NumberFormatException | MessageFormatException none) {
            end = Optional.empty();
        }
        return end.filter(time -> time.isAfter(now) && !time.isAfter(latest))
                .orElseThrow(() -> new MalformedSubmissionException(PropertyNames.REPLIES_UNTIL
                        + " is a time in milliseconds since 1970, not over and no later than in "
                        + longest.toMinutes() + " minutes (" + ReplySettings.LIFETIME.key() + ")"));
    }

    private static MalformedSubmissionException refused(String why) {
        return new MalformedSubmissionException(PropertyNames.REPLIES + " " + why);
    }
}
