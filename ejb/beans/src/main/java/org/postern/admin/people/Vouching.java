package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.config.OpenIdSettings;
import org.postern.config.Settings;

import java.time.InstantSource;

/** How long it counts what a provider has said of somebody. Nobody tells the gateway that somebody has lost their role there, so what was said ends by itself. */
@Singleton
public class Vouching {
    private final Settings settings;
    private final InstantSource clock;

    @Inject
    public Vouching(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * {@return whether somebody may still do what stands with them} Who has a password here may; whom a provider vouches for may until
     * {@link OpenIdSettings#VOUCHED} after their last login. It is asked at each request, of people and of the programs behind which they stand.
     */
    public boolean counts(ConsoleUser user) {
        return user.subject().isEmpty()
                || user.changed().plus(settings.get(OpenIdSettings.VOUCHED)).isAfter(clock.instant());
    }
}
