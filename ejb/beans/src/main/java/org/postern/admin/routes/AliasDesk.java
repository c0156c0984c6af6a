package org.postern.admin.routes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.admin.kept.Edits;
import org.postern.config.kept.KeptThing;
import org.postern.routing.RoutingStore;
import org.postern.routing.StoredAlias;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done with aliases and lists. Each act gives back what was wrong with it; empty if it is done. */
@Desk
@Singleton
public class AliasDesk {
    private static final Sentence.Form OWNER = Sentence.form("auditAliasOwnerX", "owner {0}");
    private static final Sentence OFF = Sentence.form("auditAliasOff", "off").with();
    private static final Sentence.Form THERE = Sentence.form("aliasThere",
            "There is an alias {0} already. Change that one.");
    private static final Sentence NO_SUCH_ALIAS = Sentence.form("noSuchAlias", "There is no such alias.").with();
    private static final Sentence.Form FULL = Sentence.form("manyAliases", "There are {0} aliases already.");
    private static final int LONGEST = 1_000_000;
    private static final int LONGEST_REMARK = 500;

    private final RoutingStore store;
    private final InstantSource clock;

    @Inject
    AliasDesk(RoutingStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** {@return those behind this address, in the order of their addresses} */
    @Looks(Role.AUDITOR)
    public List<StoredAlias> after(String address, int limit) {
        return store.aliasesAfter(address, limit);
    }

    @Looks(Role.AUDITOR)
    public Optional<StoredAlias> find(String address) {
        return store.alias(key(address));
    }

    /**
     * Lets an address stand for others, in place of what it stood for.
     *
     * @param address {@code @example.org} for all of a domain that has nothing of its own
     * @param owner who hears of what fails on a list; the empty string for an alias
     */
    @Acts(value = Role.ADMINISTRATOR, as = "alias set", atOnce = true)
    public Optional<Sentence> put(String address, List<String> members, String owner, boolean enabled, String remark,
            String by) {
        StoredAlias alias = alias(address, members, owner, enabled, remark, by, clock.instant());
        Optional<Sentence> fault = faultOf(alias).or(() -> oneTooMany(alias));
        if (fault.isEmpty()) {
            Act.tells(Sentence.asItIs(alias.address()), before(alias.address()), said(alias));
            Edits.tell(thing(alias.address()), Optional.of(AliasShelf.thing(alias)));
            store.put(alias);
        }
        return fault;
    }

    /** Lets an address that stands for nobody yet stand for others, as {@link #put} does. */
    @Acts(value = Role.ADMINISTRATOR, as = "alias added", atOnce = true)
    public Optional<Sentence> add(String address, List<String> members, String owner, boolean enabled, String remark,
            String by) {
        return find(address).isPresent()
                ? Optional.of(THERE.with(key(address)))
                : put(address, members, owner, enabled, remark, by);
    }

    @Acts(value = Role.ADMINISTRATOR, as = "alias deleted", atOnce = true)
    public Optional<Sentence> delete(String address) {
        Act.tells(Sentence.asItIs(key(address)), before(key(address)), Act.NOTHING);
        Edits.tell(thing(key(address)), Optional.empty());
        return store.deleteAlias(key(address)) ? Optional.empty() : Optional.of(NO_SUCH_ALIAS);
    }

    /** {@return an alias as it is kept} */
    static StoredAlias alias(String address, List<String> members, String owner, boolean enabled, String remark,
            String by, Instant at) {
        return new StoredAlias(key(address), enabled,
                members.stream().map(String::strip).filter(member -> !member.isEmpty()).distinct().toList(),
                Optional.of(owner.strip()).filter(text -> !text.isEmpty()), remark, by, at);
    }

    private Optional<KeptThing> thing(String address) {
        return store.alias(address).map(AliasShelf::thing);
    }

    private Sentence before(String address) {
        return store.alias(address).map(AliasDesk::said).orElse(Act.NOTHING);
    }

    private static Sentence said(StoredAlias alias) {
        return Sentence.joined("; ", Stream.of(Stream.of(Sentence.asItIs(String.join(", ", alias.members()))),
                alias.owner().map(OWNER::with).stream(), Stream.of(OFF).filter(any -> !alias.enabled()),
                Stream.of(alias.remark()).filter(remark -> !remark.isEmpty()).map(Sentence::asItIs))
                .flatMap(part -> part)
                .toList());
    }

    private static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private Optional<Sentence> oneTooMany(StoredAlias alias) {
        boolean full = store.alias(alias.address()).isEmpty() && store.aliasCount() >= RoutingStore.MOST_ALIASES;
        return full ? Optional.of(FULL.with(RoutingStore.MOST_ALIASES)) : Optional.empty();
    }

    static Optional<Sentence> faultOf(StoredAlias alias) {
        int length = alias.members().stream().mapToInt(member -> member.length() + 1).sum();
        if (length > LONGEST || alias.remark().length() > LONGEST_REMARK) {
            return Optional.of(RouteDesk.TOO_LONG);
        }
        try {
            alias.toAlias();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(RefusedException.sentenceOf(e));
        }
    }
}
