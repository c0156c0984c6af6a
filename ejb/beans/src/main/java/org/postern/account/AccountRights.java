package org.postern.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.policy.check.SenderRights;
import org.postern.receiver.Identity;

import java.io.IOException;
import java.util.Optional;

/** Whether an application outside of the server hands in what is its own. */
@Singleton
public class AccountRights {
    /** Who has sent a message, as the broker says. */
    private static final String ACCOUNT = "JMSXUserID";
    private static final String BY = "JMS";

    private final LiveAccounts accounts;

    @Inject
    public AccountRights(LiveAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * {@return why it is not taken from its account; empty where it is, or comes from within the server}
     *
     * @throws IOException while it is not known what the account may do
     */
    public Optional<String> fault(Message submission, Envelope envelope, Content content)
            throws JMSException, IOException {
        return fault(account(submission), envelope, content);
    }

    private static Optional<String> account(Message submission) throws JMSException {
        return Optional.ofNullable(submission.getStringProperty(ACCOUNT));
    }

    /** {@return whether the account of a submission may use this queue or topic, named as routes name it; so it is with all that comes from within the server} */
    public boolean mayUse(Message submission, String queue) throws JMSException {
        Optional<String> name = account(submission);
        return name.isEmpty() || accounts.of(name.get()).map(account -> account.mayUse(queue)).orElse(false);
    }

    /**
     * Does nothing, if only it is known what the account of a submission may do.
     *
     * @throws IOException while it is not
     */
    public void awaitKnown(Message submission) throws JMSException, IOException {
        Optional<String> name = account(submission);
        if (name.isPresent()) {
            known(name.get());
        }
    }

    Optional<String> fault(Optional<String> name, Envelope envelope, Content content) throws IOException {
        return name.isEmpty() ? Optional.empty() : fault(known(name.get()), envelope, content);
    }

    private ApplicationAccount known(String name) throws IOException {
        return accounts.of(name)
                .orElseThrow(() -> new IOException("it is not known yet what accounts of applications may do"));
    }

    private static Optional<String> fault(ApplicationAccount account, Envelope envelope, Content content)
            throws IOException {
        if (account.senders().isEmpty()) {
            return Optional.empty();
        }
        Identity identity = new Identity(account.name(), BY, account.senders());
        if (!SenderRights.allow(identity, envelope.reversePath())) {
            return Optional.of("the account " + account.name() + " may not send as "
                    + envelope.reversePath().address());
        }
        return switch (SenderRights.author(identity, HeaderSection.of(content))) {
            case OWN -> Optional.empty();
            case NOT_SAID -> Optional.of("of the account " + account.name()
                    + " one From is wanted, in a header section of nothing but fields");
            case ANOTHER -> Optional.of("From holds an address that the account " + account.name()
                    + " may not send as, or none that can be understood");
        };
    }
}
