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
import org.postern.sentence.Sentence;
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
    static final Sentence FASTER = Sentence.form("keysChanged", "Somebody else has just changed keys; look again.")
            .with();
    private static final Sentence.Form KEY_OF = Sentence.form("auditKeyXOfX", "{0} of {1}");
    private static final Sentence AT_ONCE = Sentence.form("auditKeyAtOnce", "at once").with();
    private static final Sentence NOT_ASKED = Sentence.form("dnsNotAsked", "not asked").with();
    private static final Sentence.Form NOTHING_TO_SWITCH_TO = Sentence.form("noKeysToSwitchTo",
            "There are no keys of {0} to switch to; make some first.");
    private static final Sentence.Form NOT_SHOWN = Sentence.form("keyNotShown",
            "The DNS does not show {0} as it should ({1}); nothing was changed.");
    private static final Sentence.Form SIGNED_NOTHING = Sentence.form("keySignedNothing",
            "It has signed nothing; forget it.");
    private static final Sentence.Form ON_ITS_WAY = Sentence.form("keyStillNeeded",
            "Mail with its signatures may be on its way until {0}; retire it then, or at once where others have got hold of it.");
    private static final Sentence.Form RETIRED_ALREADY = Sentence.form("keyRetiredAlready",
            "It is retired already.");
    private static final Sentence.Form RECORD_NEEDED = Sentence.form("recordStillNeeded",
            "Its record is still needed; retire it first.");
    private static final Sentence.Form NO_SUCH_KEY = Sentence.form("noSuchKeyX",
            "There is no key {0} of {1}.");
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
                .map(key -> KeyView.of(key, Publication.unknown(NOT_ASKED)))
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
    public Optional<Sentence> make(String domain, String by) {
        return OwnDomain.of(domain).map(own -> newKeys.make(own, by)).orElse(Optional.of(OwnDomain.NO_DOMAIN));
    }

    /** Lets the keys sign that were made last, in place of those that do. The DNS must show all of them. */
    @Acts(value = Role.ADMINISTRATOR, as = "keys switched")
    public Optional<Sentence> switchOver(String domain, String by) {
        return looks.lookIfFree(look -> switchOver(domain, by, look));
    }

    private Optional<Sentence> switchOver(String domain, String by, DnsLook look) {
        long version = store.version();
        List<StoredKey> keys = OwnDomain.of(domain).map(store::of).orElse(List.of());
        if (keys.stream().noneMatch(StoredKey::isWaiting)) {
            return Optional.of(NOTHING_TO_SWITCH_TO.with(domain));
        }
        List<StoredKey> changed = new ArrayList<>();
        for (StoredKey key : keys) {
            if (key.isWaiting()) {
                Publication now = publication(key, look);
                if (now.state() != Publication.State.THERE) {
                    return Optional.of(NOT_SHOWN.with(key.name(), words(now)));
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
    public Optional<Sentence> retire(String domain, String selector, boolean atOnce, String by) {
        Act.tells(KEY_OF.with(selector, domain), Act.NOTHING, atOnce ? AT_ONCE : Act.NOTHING);
        long version = store.version();
        Optional<StoredKey> found = find(domain, selector);
        if (found.isEmpty()) {
            return Optional.of(noSuchKey(domain, selector));
        }
        StoredKey key = found.get();
        Instant now = clock.instant();
        return switch (key.state()) {
            case MADE, PUBLISHED -> Optional.of(SIGNED_NOTHING.with());
            case ACTIVE -> {
                StoredKey next = key.next(now, by);
                yield done(store.put(version, List.of(atOnce ? next.next(now, by) : next)));
            }
            case RETIRING -> {
                Instant end = key.life().since().plus(expiry).plus(ELSEWHERE);
                yield atOnce || !now.isBefore(end)
                        ? done(store.put(version, List.of(key.next(now, by))))
                        : Optional.of(ON_ITS_WAY.with(end.truncatedTo(ChronoUnit.MINUTES).toString()));
            }
            case RETIRED -> Optional.of(RETIRED_ALREADY.with());
        };
    }

    /** Forgets a key that signs nothing and whose signatures nobody needs. */
    @Acts(value = Role.ADMINISTRATOR, as = "key forgotten")
    public Optional<Sentence> forget(String domain, String selector) {
        Act.tells(KEY_OF.with(selector, domain), Act.NOTHING, Act.NOTHING);
        long version = store.version();
        Optional<StoredKey> key = find(domain, selector);
        if (key.isEmpty()) {
            return Optional.of(noSuchKey(domain, selector));
        }
        return key.get().isWaiting() || key.get().state() == KeyState.RETIRED
                ? done(store.remove(version, key.get()))
                : Optional.of(RECORD_NEEDED.with());
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

    private static Sentence words(Publication now) {
        Sentence state = now.state().said();
        return now.found().toString().isEmpty() ? state : Sentence.joined(": ", List.of(state, now.found()));
    }

    private static Sentence noSuchKey(String domain, String selector) {
        return NO_SUCH_KEY.with(selector, domain);
    }

    private static Optional<Sentence> done(boolean done) {
        return done ? Optional.empty() : Optional.of(FASTER);
    }

    /** {@return the keys of this domain whose records must be in the DNS, the oldest first} */
    List<StoredKey> needed(Domain domain) {
        return store.of(domain).stream().filter(key -> key.state() != KeyState.RETIRED).toList();
    }
}
