package org.postern.answer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.postern.account.AccountRights;
import org.postern.broker.Grants;
import org.postern.broker.JmsAddress;
import org.postern.event.OutcomeWish;
import org.postern.routing.Router;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where applications may be told, as far as they say so themselves. */
@Singleton
class ReplyRules {
    private static final int MOST_SAID = 1_000;
    private static final String FOREIGN = ", where those who may hand mail in may not write";

    private static final String ANOTHERS = ", which is none of its account's";

    private final Grants grants;
    private final Router router;
    private final AccountRights rights;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    @Inject
    ReplyRules(Grants grants, Router router, AccountRights rights) {
        this.grants = grants;
        this.router = router;
        this.rights = rights;
    }

    /**
     * {@return the place, if it may be one for answers; if not, the log says why}
     *
     * @param submission that names it
     * @param queue where it was named
     */
    Optional<ReplyAddress> allowed(Message submission, Destination wanted, String queue) throws JMSException {
        Optional<ReplyAddress> address = ReplyAddress.of(wanted)
                .filter(one -> one.text().length() <= OutcomeWish.LONGEST);
        Optional<String> obstacle = address.isEmpty()
                ? Optional.of("is called as no queue or topic of an application may be")
                : obstacle(submission, address.get(), queue);
        obstacle.ifPresent(why -> say(queue, why));
        return obstacle.isPresent() ? Optional.empty() : address;
    }

    /** Applications may hand in thousands of them. */
    private void say(String queue, String why) {
        if (said.size() < MOST_SAID && said.add(queue + " " + why)) {
            AnswerLog.LOG.notAnswered(queue, why);
        }
    }

    private Optional<String> obstacle(Message submission, ReplyAddress address, String queue) throws JMSException {
        if (!(address instanceof ReplyAddress.Named named)) {
            return Optional.empty();
        }
        if (holdsMail(named)) {
            return Optional.of("is " + named.target() + ", where routes lead, and holds mail alone");
        }
        if (!rights.mayUse(submission, named.text())) {
            return Optional.of("is " + named.target() + ANOTHERS);
        }
        return mayWrite(named, queue) ? Optional.empty() : Optional.of("is " + named.target() + FOREIGN);
    }

    private boolean mayWrite(ReplyAddress.Named named, String queue) {
        Set<String> roles = grants.writers(JmsAddress.ofQueue(queue));
        return !roles.isEmpty() && grants.writers(named.address()).containsAll(roles);
    }

    /**
     * {@return why answers by mail may not go to a queue; empty where they may} Routes may lead there: it gets mail, and nothing else.
     *
     * @param submission that names it
     * @param name of the queue
     * @param queue where it was named
     */
    Optional<String> obstacleOfMail(Message submission, String name, String queue) throws JMSException {
        Optional<ReplyAddress.Named> named = ReplyAddress.queue(name);
        if (named.isEmpty()) {
            return Optional.of("names no queue that an application may have");
        }
        if (!rights.mayUse(submission, named.get().text())) {
            return Optional.of("names a queue" + ANOTHERS);
        }
        return mayWrite(named.get(), queue) ? Optional.empty() : Optional.of("names a queue" + FOREIGN);
    }

    /** {@return whether a route leads there, perhaps since not long ago} */
    boolean holdsMail(ReplyAddress address) {
        return address instanceof ReplyAddress.Named named && router.leadsTo(named.target());
    }
}
