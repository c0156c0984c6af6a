package org.postern.admin.kept;

import org.postern.admin.access.Role;
import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptKind;
import org.postern.config.kept.KeptThing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shelf of which each thing is read at most once, for one look at many changes. Nothing is put into it. */
final class ReadShelf implements Shelf {
    private final Shelf shelf;
    private final Map<String, Optional<KeptThing>> found = new HashMap<>();
    private Optional<List<KeptThing>> all = Optional.empty();
    private long count = -1;

    ReadShelf(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public KeptKind kind() {
        return shelf.kind();
    }

    @Override
    public Role role() {
        return shelf.role();
    }

    @Override
    public long count() {
        if (count < 0) {
            count = shelf.count();
        }
        return count;
    }

    @Override
    public int most() {
        return shelf.most();
    }

    @Override
    public List<KeptThing> all() {
        if (all.isEmpty()) {
            all = Optional.of(shelf.all());
        }
        return all.get();
    }

    @Override
    public Optional<KeptThing> find(String key) {
        return found.computeIfAbsent(key, shelf::find);
    }

    @Override
    public KeptThing proper(KeptThing thing) {
        return shelf.proper(thing);
    }

    @Override
    public Optional<String> sense(KeptThing thing) {
        return shelf.sense(thing);
    }

    @Override
    public void make(List<KeptChange> steps, List<String> order, String by) {
        throw new UnsupportedOperationException();
    }
}
