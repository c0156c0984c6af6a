package org.postern.admin.domains;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.config.Settings;
import org.postern.delivery.outcome.RetrySettings;
import org.postern.mail.Domain;
import org.postern.signing.KeyState;
import org.postern.signing.SigningKeyStore;
import org.postern.signing.StoredKey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What becomes of the keys of one's own domains: they are made, published by a person, switched to when the DNS shows them, and retired when no
 * mail needs them any more. Each act gives back what was wrong with it; empty if it is done.
 */
@Desk
@Singleton
public class KeyDesk {
    private static final String FASTER = "Somebody else has just changed keys; look again.";
    /** How long others may keep mail that has left us, and look at its signatures then. */
    private static final Duration ELSEWHERE = Duration.ofDays(2);

    private final SigningKeyStore store;
    private final NewKeys newKeys;
    private final DnsLooks looks;
    private final Duration expiry;
    private final InstantSource clock;

    @Inject
    KeyDesk(SigningKeyStore store, NewKeys newKeys, DnsLooks looks, Settings settings, InstantSource clock) {
        this.store = store;
        this.newKeys = newKeys;
        this.looks = looks;
        this.expiry = settings.get(RetrySettings.EXPIRY);
        this.clock = clock;
    }

    /** {@return all keys, in the order of their domains; the DNS is not asked} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<KeyView> all() {
        return store.all()
                .stream()
                .filter(key -> Caller.ofWhom().has(key.domain()))
                .map(key -> KeyView.of(key, Publication.unknown("not asked")))
                .toList();
    }

    /** {@return the keys of a domain, the oldest first, with what the DNS says; one that it shows is published, which is kept when they are switched to} */
    @Looks(value = Role.AUDITOR, ofDomains = true)
    public List<KeyView> of(String domain) {
        List<StoredKey> keys = OwnDomain.ofWhom(domain).map(store::of).orElse(List.of());
        return looks.lookIfFree(look -> keys.stream().map(key -> {
            Publication now = publication(key, look);
            return KeyView.of(seen(key, now, key.changedBy()), now);
        }).toList());
    }

    /** Makes one key of each algorithm: the first, or the next ones. */
    @Acts(value = Role.ADMINISTRATOR, as = "keys made")
    public Optional<String> make(String domain, String by) {
        return OwnDomain.of(domain).map(own -> newKeys.make(own, by)).orElse(Optional.of(OwnDomain.FAULT));
    }

    /** Lets the keys sign that were made last, in place of those that do. The DNS must show all of them. */
    @Acts(value = Role.ADMINISTRATOR, as = "keys switched")
    public Optional<String> switchOver(String domain, String by) {
        return looks.lookIfFree(look -> switchOver(domain, by, look));
    }

    private Optional<String> switchOver(String domain, String by, DnsLook look) {
        long version = store.version();
        List<StoredKey> keys = OwnDomain.of(domain).map(store::of).orElse(List.of());
        if (keys.stream().noneMatch(StoredKey::isWaiting)) {
            return Optional.of("There are no keys of " + domain + " to switch to; make some first.");
        }
        List<StoredKey> changed = new ArrayList<>();
        for (StoredKey key : keys) {
            if (key.isWaiting()) {
                Publication now = publication(key, look);
                if (now.state() != Publication.State.THERE) {
                    return Optional.of("The DNS does not show " + key.name() + " as it should (" + words(now)
                            + "); nothing was changed.");
                }
                changed.add(seen(key, now, by).next(clock.instant(), by));
            } else if (key.state() == KeyState.ACTIVE) {
                changed.add(key.next(clock.instant(), by));
            }
        }
        return done(store.put(version, changed));
    }

    /**
     * Retires one key: one that signs does so no more, one that is retiring is retired when its time is over. A domain whose last key is retired is
     * not signed for any more.
     *
     * @param atOnce whether it is retired before its time, as when others have got hold of it
     */
    @Acts(value = Role.ADMINISTRATOR, as = "key retired")
    public Optional<String> retire(String domain, String selector, boolean atOnce, String by) {
        Act.tells(selector + " of " + domain, "", atOnce ? "at once" : "");
        long version = store.version();
        Optional<StoredKey> found = find(domain, selector);
        if (found.isEmpty()) {
            return Optional.of(noSuchKey(domain, selector));
        }
        StoredKey key = found.get();
        Instant now = clock.instant();
        return switch (key.state()) {
            case MADE, PUBLISHED -> Optional.of("It has signed nothing; forget it.");
            case ACTIVE -> {
                StoredKey next = key.next(now, by);
                yield done(store.put(version, List.of(atOnce ? next.next(now, by) : next)));
            }
            case RETIRING -> {
                Instant end = key.life().since().plus(expiry).plus(ELSEWHERE);
                yield atOnce || !now.isBefore(end)
                        ? done(store.put(version, List.of(key.next(now, by))))
                        : Optional.of("Mail with its signatures may be on its way until "
                                + end.truncatedTo(ChronoUnit.MINUTES)
                                + "; retire it then, or at once where others have got hold of it.");
            }
            case RETIRED -> Optional.of("It is retired already.");
        };
    }

    /** Forgets a key that signs nothing and whose signatures nobody needs. */
    @Acts(value = Role.ADMINISTRATOR, as = "key forgotten")
    public Optional<String> forget(String domain, String selector) {
        Act.tells(selector + " of " + domain, "", "");
        long version = store.version();
        Optional<StoredKey> key = find(domain, selector);
        if (key.isEmpty()) {
            return Optional.of(noSuchKey(domain, selector));
        }
        return key.get().isWaiting() || key.get().state() == KeyState.RETIRED
                ? done(store.remove(version, key.get()))
                : Optional.of("Its record is still needed; retire it first.");
    }

    private Optional<StoredKey> find(String domain, String selector) {
        String wanted = selector.strip().toLowerCase(Locale.ROOT);
        return OwnDomain.of(domain)
                .map(store::of)
                .orElse(List.of())
                .stream()
                .filter(key -> key.selector().key().equals(wanted))
                .findFirst();
    }

    private StoredKey seen(StoredKey key, Publication now, String by) {
        return key.state() == KeyState.MADE && now.state() == Publication.State.THERE
                ? key.next(clock.instant(), by)
                : key;
    }

    static Publication publication(StoredKey key, DnsLook look) {
        return Publication.of(look.texts(key.name()), any -> true, key.text()::isSaidBy);
    }

    private static String words(Publication now) {
        String state = now.state().name().toLowerCase(Locale.ROOT);
        return now.found().isEmpty() ? state : state + ": " + now.found();
    }

    private static String noSuchKey(String domain, String selector) {
        return "There is no key " + selector + " of " + domain + ".";
    }

    private static Optional<String> done(boolean done) {
        return done ? Optional.empty() : Optional.of(FASTER);
    }

    /** {@return the keys of this domain whose records must be in the DNS, the oldest first} */
    List<StoredKey> needed(Domain domain) {
        return store.of(domain).stream().filter(key -> key.state() != KeyState.RETIRED).toList();
    }
}
