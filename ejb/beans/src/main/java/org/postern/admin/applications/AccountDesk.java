package org.postern.admin.applications;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.account.ApplicationAccount;
import org.postern.account.ApplicationAccounts;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.config.rule.QuestionRule;
import org.postern.config.rule.RecipientPattern;
import org.postern.routing.RouteTarget;
import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What accounts of applications may do. Their passwords are the server's. */
@Desk
@Singleton
public class AccountDesk {
    private static final int MOST_SENDERS = 100;
    private static final int MOST_QUEUES = 100;
    private static final int MOST_PER_MINUTE = 1_000_000;
    private static final String QUEUE = "queue:";
    private static final String QUESTIONS = QUEUE + QuestionRule.PREFIX;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,255}");
    private static final Sentence.Form USES = Sentence.form("auditAccountUsesX", "may use {0}");
    private static final Sentence ALL_QUEUES = Sentence
            .form("auditAccountAllQueues", "the queues of all applications")
            .with();
    private static final Sentence.Form SENDS_AS = Sentence.form("auditAccountSendsAsX", "may send as {0}");
    private static final Sentence ANYBODY = Sentence.form("auditAccountAnybody", "anybody").with();
    private static final Sentence.Form A_MINUTE = Sentence.form("auditAccountXAMinute", "{0} a minute");
    private static final Sentence UNLIMITED = Sentence.form("auditAccountUnlimited", "as much as it likes").with();
    private static final Sentence NO_NAME = Sentence
            .form("noAccountName", "An account has a name of up to 255 characters.")
            .with();
    private static final Sentence.Form MANY_SENDERS = Sentence.form("manyAccountSenders",
            "An account has at most {0} senders.");
    private static final Sentence.Form NO_SENDER = Sentence.form("noAccountSender",
            "A sender of an account is a mailbox@domain, a domain, .domain or *, not {0}.");
    private static final Sentence.Form MANY_QUEUES = Sentence.form("manyAccountQueues",
            "An account has at most {0} queues and topics.");
    private static final Sentence.Form NO_QUEUE = Sentence.form("noAccountQueue",
            "What an account uses is queue:NAME or topic:NAME, as routes name it, not {0}.");
    private static final Sentence.Form NO_RATE = Sentence.form("noAccountRate",
            "The messages a minute are a number from 0, for any number, to {0}.");
    private static final Sentence.Form MANY_ACCOUNTS = Sentence.form("manyAccounts",
            "There are {0} accounts of which something is said, and no more.");

    private final ApplicationAccounts store;
    private final Readers readers;

    @Inject
    AccountDesk(ApplicationAccounts store, Readers readers) {
        this.store = store;
        this.readers = readers;
    }

    /** {@return the accounts that this server keeps for applications, and those of which something is said, in the order of their names} */
    @Looks(Role.AUDITOR)
    public List<AccountView> all() {
        TreeMap<String, List<String>> logins = new TreeMap<>(
                readers.accounts().stream().collect(Collectors.groupingBy(ApplicationAccount::key)));
        Map<String, ApplicationAccount> said = said();
        said.keySet().forEach(name -> logins.putIfAbsent(name, List.of()));
        return logins.entrySet()
                .stream()
                .map(one -> AccountView.of(
                        said.getOrDefault(one.getKey(), ApplicationAccount.unlimited(one.getKey())), one.getValue()))
                .toList();
    }

    /** {@return the account of this name; empty if neither this server keeps it nor anything is said of it} */
    @Looks(Role.AUDITOR)
    public Optional<AccountView> find(String name) {
        String key = ApplicationAccount.key(name);
        return all().stream().filter(one -> one.name().equals(key)).findFirst();
    }

    /**
     * Says what an account may do, in place of what was said before. It counts on all nodes within two seconds.
     *
     * @param queues none for those of all applications
     * @param senders none for anybody
     * @param perMinute 0 for any number
     * @return what was wrong; empty if it is done
     */
    @Acts(value = Role.ADMINISTRATOR, as = "account of an application limited", atOnce = true)
    public Optional<Sentence> limit(String name, List<String> queues, List<String> senders, int perMinute) {
        String key = ApplicationAccount.key(name);
        Map<String, ApplicationAccount> said = said();
        Optional<Sentence> fault = NAME.matcher(key).matches() ? Optional.empty() : Optional.of(NO_NAME);
        fault = fault.or(() -> faultOfQueues(queues))
                .or(() -> faultOf(senders))
                .or(() -> faultOf(perMinute))
                .or(() -> tooMany(key, said));
        if (fault.isEmpty()) {
            ApplicationAccount before = said.getOrDefault(key, ApplicationAccount.unlimited(key));
            ApplicationAccount after = new ApplicationAccount(key, queues.stream().distinct().toList(),
                    senders.stream().distinct().toList(), perMinute);
            Act.tells(Sentence.asItIs(key), said(before), said(after));
            store.put(after);
        }
        return fault;
    }

    private Map<String, ApplicationAccount> said() {
        return store.all().stream().collect(Collectors.toMap(ApplicationAccount::name, Function.identity()));
    }

    private static Optional<Sentence> tooMany(String key, Map<String, ApplicationAccount> said) {
        return said.containsKey(key) || said.size() < ApplicationAccounts.MOST
                ? Optional.empty()
                : Optional.of(MANY_ACCOUNTS.with(ApplicationAccounts.MOST));
    }

    private static Sentence said(ApplicationAccount account) {
        Sentence where = account.queues().isEmpty()
                ? ALL_QUEUES
                : Sentence.asItIs(String.join(", ", account.queues()));
        Sentence who = account.senders().isEmpty() ? ANYBODY : Sentence.asItIs(String.join(", ", account.senders()));
        return Sentence.joined(", ", List.of(USES.with(where), SENDS_AS.with(who),
                account.perMinute() == 0 ? UNLIMITED : A_MINUTE.with(Integer.toString(account.perMinute()))));
    }

    private static Optional<Sentence> faultOf(int perMinute) {
        return perMinute >= 0 && perMinute <= MOST_PER_MINUTE
                ? Optional.empty()
                : Optional.of(NO_RATE.with(MOST_PER_MINUTE));
    }

    private static Optional<Sentence> faultOfQueues(List<String> queues) {
        if (queues.size() > MOST_QUEUES) {
            return Optional.of(MANY_QUEUES.with(MOST_QUEUES));
        }
        return queues.stream().filter(queue -> !isOfApplication(queue)).findFirst().map(NO_QUEUE::with);
    }

    /** No route leads to where questions are, and accounts read them. */
    private static boolean isOfApplication(String queue) {
        String usual = queue.startsWith(QUESTIONS) ? QUEUE + queue.substring(QUESTIONS.length()) : queue;
        try {
            return RouteTarget.parse(usual).application().filter(known -> known.toString().equals(usual)).isPresent();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static Optional<Sentence> faultOf(List<String> senders) {
        if (senders.size() > MOST_SENDERS) {
            return Optional.of(MANY_SENDERS.with(MOST_SENDERS));
        }
        return senders.stream().filter(sender -> !RecipientPattern.isOne(sender)).findFirst().map(NO_SENDER::with);
    }
}
