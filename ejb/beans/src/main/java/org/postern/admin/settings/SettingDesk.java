package org.postern.admin.settings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.admin.kept.Edits;
import org.postern.config.Origin;
import org.postern.config.Setting;
import org.postern.config.SettingStore;
import org.postern.config.Settings;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.kept.KeptThing;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be known of settings, and be changed about those that are live. */
@Desk
@Singleton
public class SettingDesk {
    private static final Sentence DEFAULT = Sentence.form("auditSettingDefault", "default").with();
    private static final Sentence.Form DEFAULT_X = Sentence.form("auditSettingDefaultX", "default {0}");
    private static final Sentence SET = Sentence.form("settingIsSet", "set").with();
    private static final Sentence NOT_SET = Sentence.form("settingIsNotSet", "not set").with();
    /** A text that names a password, or has one before the name of a host, as addresses of databases may. */
    private static final Pattern WITH_PASSWORD = Pattern.compile("(?i)passw|pwd|secret|://[^/]*@");

    private static final Sentence.Form NOT_KEPT = Sentence.form("settingNotKept", "Nobody has set {0} in the console.");
    private static final Sentence.Form ELSEWHERE = Sentence.form("settingSetElsewhere",
            "{0} is set by {1}, which counts more than the console. Change it there.");
    private static final Sentence.Form WRONG = Sentence.form("settingWrong", "{0}: {1}");
    private static final Sentence.Form NOTHING_CHANGED = Sentence.form("settingLoses",
            "{0} Nothing is changed. If that is meant, say that {1,number,#} are expected; to put the setting back before"
                    + " that time saves all of them.");

    private final Settings settings;
    private final SettingStore store;
    private final Keeping keeping;

    @Inject
    SettingDesk(Settings settings, SettingStore store, Keeping keeping) {
        this.settings = settings;
        this.store = store;
        this.keeping = keeping;
    }

    /** {@return what is deleted if this value counts for a setting; empty if it is nothing, or such a value cannot be} */
    @Looks(Role.ADMINISTRATOR)
    public Optional<Loss> loss(String key, String text) {
        return fault(key, text.strip()).isPresent() ? Optional.empty() : keeping.loss(key, Optional.of(text.strip()));
    }

    /** {@return what is deleted if the default counts for a setting; empty if it is nothing, or it does already} */
    @Looks(Role.ADMINISTRATOR)
    public Optional<Loss> lossOfReset(String key) {
        return kept(key).flatMap(one -> loss(key, settings.live(key).defaultText()));
    }

    /** {@return all settings, room by room, in the order of the documentation} */
    @Looks(Role.AUDITOR)
    public List<SettingView> all() {
        return SettingsCatalogue.GROUPS.stream()
                .flatMap(group -> group.settings().stream().map(setting -> view(group.title(), setting)))
                .toList();
    }

    /** {@return the setting with this key} */
    @Looks(Role.AUDITOR)
    public Optional<SettingView> find(String key) {
        return all().stream().filter(view -> view.key().equals(key)).findFirst();
    }

    /**
     * Keeps a value for a live setting, which counts on all nodes within two seconds; what a shorter time of keeping deletes goes only
     * {@link org.postern.config.PastSetting#GRACE} later.
     *
     * @param expected how many things may be deleted; where it would be more, nothing is changed
     * @return what was wrong; empty if it is done
     */
    @Acts(value = Role.ADMINISTRATOR, as = "setting changed", atOnce = true)
    public Optional<Sentence> put(String key, String text, long expected, String by) {
        Optional<Sentence> fault = fault(key, text.strip()).or(() -> tooMuch(loss(key, text), expected));
        if (fault.isEmpty()) {
            Setting<?> setting = settings.live(key);
            Optional<KeptThing> before = kept(key);
            Act.tells(Sentence.asItIs(key), value(before).orElseGet(() -> DEFAULT_X.with(setting.defaultText())),
                    Sentence.asItIs(text.strip()));
            Edits.tell(before, Optional.of(SettingShelf.thing(key, text.strip())));
            keeping.put(key, text.strip(), by);
        }
        return fault;
    }

    /**
     * Keeps no value for a setting any more, so that its default counts, as if it had been {@linkplain #put put}.
     *
     * @param expected how many things may be deleted
     * @return what was wrong; empty if it is done
     */
    @Acts(value = Role.ADMINISTRATOR, as = "setting reset", atOnce = true)
    public Optional<Sentence> reset(String key, long expected) {
        Optional<KeptThing> before = kept(key);
        if (before.isEmpty()) {
            return Optional.of(NOT_KEPT.with(key));
        }
        Optional<Sentence> fault = tooMuch(lossOfReset(key), expected);
        if (fault.isPresent()) {
            return fault;
        }
        Act.tells(Sentence.asItIs(key), value(before).orElse(Act.NOTHING), DEFAULT);
        Edits.tell(before, Optional.empty());
        keeping.remove(key);
        return Optional.empty();
    }

    private static Optional<Sentence> value(Optional<KeptThing> kept) {
        return kept.map(thing -> Sentence.asItIs(thing.text("value")));
    }

    private static Optional<Sentence> tooMuch(Optional<Loss> loss, long expected) {
        return loss.filter(one -> one.count() > expected)
                .map(one -> NOTHING_CHANGED.with(one.words(), one.count()));
    }

    private Optional<KeptThing> kept(String key) {
        return store.all()
                .stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .map(one -> SettingShelf.thing(one.key(), one.text()));
    }

    private Optional<Sentence> fault(String key, String text) {
        try {
            Setting<?> setting = settings.live(key);
            setting.type().parse(text);
            return settings.given().containsKey(key)
                    ? Optional.of(ELSEWHERE.with(key, settings.ofStart(setting).place()))
                    : Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(WRONG.with(key, RefusedException.sentenceOf(wrong)));
        }
    }

    private SettingView view(String room, Setting<?> setting) {
        Origin origin = settings.origin(setting);
        Optional<String> given = Optional.ofNullable(settings.given().get(setting.key()));
        String value = settings.text(setting);
        boolean secret = setting.isSecret();
        boolean hidden = secret || WITH_PASSWORD.matcher(value).find();
        return new SettingView(room, setting.key(),
                hidden ? known(secret ? given : Optional.of(value)) : Sentence.asItIs(value),
                origin.source(), origin.place(), secret ? "" : setting.defaultText(), setting.type().name(),
                setting.type().limits(), setting.meaning(), secret, setting.live());
    }

    private static Sentence known(Optional<String> given) {
        return given.filter(text -> !text.isEmpty()).isPresent() ? SET : NOT_SET;
    }
}
