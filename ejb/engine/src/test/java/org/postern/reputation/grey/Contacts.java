package org.postern.reputation.grey;

import org.postern.reputation.grey.Acquaintance.State;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Contacts in memory. */
public final class Contacts implements GreylistStore {
    final Map<Contact, Acquaintance> remembered = new HashMap<>();
    private int broken;

    /** So many of the next changes fail. */
    public void fails(int times) {
        broken = times;
    }

    /** {@return how many are remembered} */
    public int size() {
        return remembered.size();
    }

    @Override
    public Acquaintance change(Contact contact, Function<Optional<Acquaintance>, Acquaintance> change) {
        if (broken > 0) {
            broken--;
            throw new IllegalStateException("the database is gone");
        }
        return remembered.compute(contact, (key, known) -> change.apply(Optional.ofNullable(known)));
    }

    @Override
    public List<Waiting> waiting(Optional<Waiting> behind, int limit) {
        return remembered.entrySet()
                .stream()
                .filter(one -> one.getValue().state() == State.WAITING)
                .map(one -> new Waiting(one.getKey(), one.getValue().first()))
                .sorted(Comparator.comparing(Waiting::first).reversed())
                .filter(one -> behind.filter(last -> !one.first().isBefore(last.first())).isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public void forget(Instant waiting, Instant known, int most) {
        remembered.values()
                .removeIf(one -> one.state() == State.WAITING
                        ? one.first().isBefore(waiting)
                        : one.last().isBefore(known));
    }
}
