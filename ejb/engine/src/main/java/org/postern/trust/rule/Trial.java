package org.postern.trust.rule;

import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.Parameters;
import org.postern.mail.Recipient;
import org.postern.mail.ReversePath;
import org.postern.receiver.Identity;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Mail as a person describes it, to see what rules would make of it. Nothing is counted, and nobody is asked. It has no files.
 *
 * @param user who has logged in; such mail is not examined
 * @param fields of its header section, each with name, colon and body
 * @param proved domains that are taken for proved
 * @param found what is taken for found
 */
public record Trial(InetAddress client, Optional<String> user, ReversePath sender, List<Mailbox> recipients,
        List<String> fields, Set<Domain> proved, List<Symbol> found) {
    private static final int MX = 25;

    /** {@return what these rules would make of it at that time} */
    public Ruled of(List<LiveRule> rules, ZonedDateTime at) {
        Content content = Content.of(
                (String.join("\r\n", fields) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        try {
            RuledMail mail = new RuledMail(Optional.of(session()),
                    new Envelope(sender, Parameters.NONE, recipients.stream().map(Recipient::of).toList()),
                    HeaderSection.of(content), content.size(), at,
                    user.isPresent()
                            ? Optional.empty()
                            : Optional.of(new RuledMail.Examination(proved, Optional.of(List.of()))));
            return RuleRun.over(new LiveRules(rules), mail, Assessment.of(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SessionFacts session() {
        InetSocketAddress here = new InetSocketAddress(client, MX);
        SessionFacts session = SessionFacts.begun("trial", "mx", ProtocolRole.MX, "", here, here);
        return user.map(name -> session.authenticated(new Identity(name, ""))).orElse(session);
    }
}
