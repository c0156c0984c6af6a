package org.postern.admin.settings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Role;
import org.postern.admin.kept.Shelf;
import org.postern.config.SettingStore;
import org.postern.config.Settings;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptKind;
import org.postern.config.kept.KeptThing;
import org.postern.sentence.Sentence;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people keep for settings. */
@Singleton
public class SettingShelf implements Shelf {
    private final SettingStore store;
    private final Settings settings;
    private final Keeping keeping;

    @Inject
    SettingShelf(SettingStore store, Settings settings, Keeping keeping) {
        this.store = store;
        this.settings = settings;
        this.keeping = keeping;
    }

    @Override
    public KeptKind kind() {
        return KeptKind.SETTING;
    }

    @Override
    public Role role() {
        return Role.ADMINISTRATOR;
    }

    @Override
    public long count() {
        return store.all().size();
    }

    @Override
    public int most() {
        return SettingsCatalogue.ALL.size();
    }

    @Override
    public List<KeptThing> all() {
        return store.all().stream().map(one -> thing(one.key(), one.text())).toList();
    }

    @Override
    public Optional<KeptThing> find(String key) {
        return all().stream().filter(thing -> thing.key().equals(key)).findFirst();
    }

    @Override
    public KeptThing proper(KeptThing thing) {
        String text = thing.text("value").strip();
        settings.live(thing.key()).type().parse(text);
        return thing(thing.key(), text);
    }

    /** {@return a setting as one of the things that people keep} */
    static KeptThing thing(String key, String text) {
        return new KeptThing(KeptKind.SETTING, Map.of("key", List.of(key), "value", List.of(text)));
    }

    @Override
    public void make(List<KeptChange> steps, List<String> order, String by) {
        for (KeptChange step : steps) {
            step.after()
                    .ifPresentOrElse(after -> keeping.put(after.key(), after.text("value"), by),
                            () -> keeping.remove(step.key()));
        }
    }

    @Override
    public List<Sentence> warnings(List<KeptChange> steps) {
        return steps.stream()
                .flatMap(step -> keeping.loss(step.thing().key(), step.after().map(after -> after.text("value")))
                        .stream())
                .map(Loss::words)
                .toList();
    }
}
