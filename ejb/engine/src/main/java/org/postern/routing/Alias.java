package org.postern.routing;

import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.sentence.Sentence;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An address that stands for others: an alias, which changes nothing but the recipient (RFC 5321, 3.9.1), or a list, whose owner hears
 * of what fails (3.9.2).
 *
 * @param localPart what stands for others, in any case; empty for every address of the domain that has nothing of its own
 * @param domain where
 * @param members whom it stands for; among them may be the address itself, which then is a mailbox as well
 * @param owner the reverse-path of what goes to members of a list; empty for an alias
 */
public record Alias(Optional<String> localPart, Domain domain, List<Mailbox> members, Optional<Mailbox> owner) {
    private static final Sentence.Form NOBODY = Sentence.form("aliasOfNobody",
            "an alias stands for 1 to {0,number,#} addresses");
    private static final Sentence.Form LIST = Sentence.form("thatListX", "list {0}");
    private static final Sentence.Form ALIAS = Sentence.form("thatAliasX", "alias {0}");
    /** The most members. */
    public static final int MOST_MEMBERS = 10_000;

    public Alias {
        members = sharingDomains(members);
        if (members.isEmpty() || members.size() > MOST_MEMBERS) {
            throw NOBODY.refused(MOST_MEMBERS);
        }
    }

    /** Ten thousand members of one domain need it once. */
    private static List<Mailbox> sharingDomains(List<Mailbox> members) {
        Map<String, Domain> domains = new HashMap<>();
        return members.stream()
                .map(member -> new Mailbox(member.localPart(),
                        domains.computeIfAbsent(member.domain().text(), text -> member.domain())))
                .toList();
    }

    public boolean isList() {
        return owner.isPresent();
    }

    /** {@return the address in lower case, as it is looked up; {@code @example.org} for all of a domain} */
    public String key() {
        return localPart.map(local -> local.toLowerCase(Locale.ROOT)).orElse("") + "@" + domain.key();
    }

    /** {@return what it is called where somebody is told why mail went there} */
    public Sentence said() {
        return (isList() ? LIST : ALIAS).with(key());
    }

    @Override
    public String toString() {
        return said().toString();
    }
}
