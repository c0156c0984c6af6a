package org.postern.archive;

import org.postern.archive.MailArchive.Held;
import org.postern.config.rule.ArchiveRule;
import org.postern.routing.Destination;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bounds what is kept of each application, by its table. */
public final class ArchiveRooms {
    private final Map<String, ArchiveRoom> rooms;

    public ArchiveRooms(MailArchive archive, Archives archives, InstantSource clock) {
        rooms = archives.rules()
                .stream()
                .collect(Collectors.toUnmodifiableMap(ArchiveRule::place,
                        rule -> new ArchiveRoom(archive, rule.place(), () -> new Held(Long.MAX_VALUE, rule.octets()),
                                clock)));
    }

    /** Tells that a message of so many octets was kept there; the oldest go where it has become too much. */
    public void took(Destination place, long octets) {
        Optional.ofNullable(rooms.get(place.toString())).ifPresent(room -> room.took(octets));
    }
}
