package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.archive.ArchiveRoom;
import org.postern.archive.ArchiveRooms;
import org.postern.archive.Archives;
import org.postern.archive.MailArchive;
import org.postern.config.Settings;
import org.postern.config.file.Configuration;
import org.postern.routing.Destination;
import org.postern.sink.SinkSettings;

import java.time.InstantSource;

/** What is archived, and how much of it. */
@ApplicationScoped
public class ArchiveWiring {
    @Produces
    @Singleton
    Archives archives(Configuration configuration) {
        return new Archives(configuration.archives());
    }

    @Produces
    @Singleton
    ArchiveRooms rooms(MailArchive archive, Archives archives, InstantSource clock) {
        return new ArchiveRooms(archive, archives, clock);
    }

    @Produces
    @Singleton
    ArchiveRoom sink(MailArchive archive, Settings settings, InstantSource clock) {
        return new ArchiveRoom(archive, Destination.SINK, () -> SinkSettings.most(settings), clock);
    }
}
