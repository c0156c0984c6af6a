package org.postern.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.postern.config.DataFolder;
import org.postern.config.GatewayName;
import org.postern.config.GatewaySettings;
import org.postern.config.Settings;
import org.postern.config.StorageSettings;
import org.postern.config.file.Configuration;
import org.postern.config.file.ConfigurationReader;
import org.postern.config.file.Overrides;
import org.postern.config.file.Reading;
import org.postern.event.StandingWishes;
import org.postern.mail.Domain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/** What the operator wants, read once at the start. With an error in it the application does not start. */
@ApplicationScoped
public class ConfigurationWiring {
    private static final String FILE_PROPERTY = "postern.config";
    private static final String FILE_VARIABLE = "POSTERN_CONFIG";

    @Produces
    @Singleton
    Configuration configuration() {
        Optional<Path> file = Optional.ofNullable(System.getProperty(FILE_PROPERTY))
                .or(() -> Optional.ofNullable(System.getenv(FILE_VARIABLE)))
                .filter(name -> !name.isBlank())
                .map(Path::of);
        return switch (new ConfigurationReader(Overrides.ofProcess()).read(file)) {
            case Reading.Valid valid -> valid.configuration();
            case Reading.Invalid invalid -> {
                invalid.problems().forEach(problem -> WiringLog.LOG.configurationProblem(problem.toString()));
                throw WiringLog.LOG.configurationInvalid(invalid.problems().size());
            }
        };
    }

    @Produces
    @Singleton
    Settings settings(Configuration configuration) {
        return configuration.settings();
    }

    @Produces
    @Singleton
    StandingWishes standingWishes(Configuration configuration) {
        return new StandingWishes(configuration.events());
    }

    @Produces
    @Singleton
    DataFolder dataFolder(Settings settings) {
        String folder = settings.get(StorageSettings.DATA);
        DataFolder data = new DataFolder(folder.isEmpty()
                ? Path.of(System.getProperty("jboss.server.data.dir", System.getProperty("java.io.tmpdir")), "postern")
                : Path.of(folder));
        PrivateFolder.keep(data.root());
        return data;
    }

    @Produces
    @Singleton
    GatewayName gatewayName(Settings settings) {
        return new GatewayName(new Domain(settings.get(GatewaySettings.NAME).orElseGet(this::hostName)));
    }

    private String hostName() {
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
