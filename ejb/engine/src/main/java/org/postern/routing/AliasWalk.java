package org.postern.routing;

import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.sentence.Sentence;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows aliases from one recipient to their ends. What leads back to an alias on the way there is cut off; a mailbox that is reached
 * in two ways gets the message once. Used once.
 */
final class AliasWalk {
    /** The most aliases behind each other. */
    static final int DEEPEST = 10;
    /** The most mailboxes that one recipient comes to. */
    static final int MOST = 10_000;

    private static final Sentence.Form TOO_FAR = Sentence.form("aliasesLeadTooFar",
            "its aliases lead further than {0,number,#} steps or to more than {1,number,#} mailboxes");
    private static final Sentence CIRCLE = Sentence.form("aliasesLeadInACircle", "its aliases lead in a circle").with();

    private final Routing routing;
    private final Passage passage;
    private final Map<String, Leaf> ends = new LinkedHashMap<>();
    private final Set<String> way = new HashSet<>();
    private final Set<String> followed = new HashSet<>();
    private boolean tooFar;

    AliasWalk(Routing routing, Passage passage) {
        this.routing = routing;
        this.passage = passage;
    }

    /** @param alias what stands at {@code recipient} */
    void follow(Recipient recipient, Alias alias) {
        follow(recipient, alias, Optional.empty());
    }

    /** {@return why this recipient cannot be expanded; empty if it was} */
    Optional<Sentence> fault() {
        if (tooFar) {
            return Optional.of(TOO_FAR.with(DEEPEST, MOST));
        }
        return ends.isEmpty() ? Optional.of(CIRCLE) : Optional.empty();
    }

    Collection<Leaf> ends() {
        return ends.values();
    }

    private void follow(Recipient recipient, Alias alias, Optional<Mailbox> owner) {
        Optional<Mailbox> told = alias.owner().or(() -> owner);
        if (followed.add(key(alias.key(), told))) {
            way.add(alias.key());
            members(recipient, alias, told);
            way.remove(alias.key());
        }
    }

    private void members(Recipient recipient, Alias alias, Optional<Mailbox> told) {
        for (Mailbox member : alias.members()) {
            Recipient heir = new Recipient(new ForwardPath(member), HeirParameters.of(recipient, alias));
            Optional<Alias> next = routing.alias(member, passage);
            // An alias that names itself is a mailbox as well.
            if (next.isEmpty() || next.get().key().equals(alias.key())) {
                end(heir, told);
            } else if (!way.contains(next.get().key())) {
                deeper(heir, next.get(), told);
            }
        }
    }

    private static String key(String address, Optional<Mailbox> owner) {
        return address + " " + owner.map(AddressKeys::of).orElse("");
    }

    private void deeper(Recipient recipient, Alias alias, Optional<Mailbox> owner) {
        if (way.size() >= DEEPEST) {
            tooFar = true;
        }
        if (!tooFar) {
            follow(recipient, alias, owner);
        }
    }

    private void end(Recipient recipient, Optional<Mailbox> owner) {
        if (ends.size() >= MOST) {
            tooFar = true;
        } else {
            ends.putIfAbsent(key(AddressKeys.of(recipient.mailbox()), owner), new Leaf(recipient, owner));
        }
    }
}
