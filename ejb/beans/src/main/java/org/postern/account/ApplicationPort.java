package org.postern.account;

import io.netty.channel.Channel;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.account.door.TlsDoor;
import org.postern.config.BrokerSettings;
import org.postern.config.CertificateSettings;
import org.postern.config.DataFolder;
import org.postern.config.GatewayName;
import org.postern.config.Setting;
import org.postern.config.Settings;
import org.postern.ra.tls.ServerTls;
import org.postern.ra.tls.TlsSettings;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Where applications come in by TLS, with the certificates that clients of mail see. For one thread at a time. */
@Singleton
class ApplicationPort {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Settings settings;
    private final DataFolder folder;
    private final GatewayName name;
    private final InstantSource clock;
    private Optional<TlsDoor> door = Optional.empty();

    @Inject
    ApplicationPort(Settings settings, DataFolder folder, GatewayName name, InstantSource clock) {
        this.settings = settings;
        this.folder = folder;
        this.name = name;
        this.clock = clock;
    }

    /** {@return whether there is to be one} */
    boolean isWanted() {
        return settings.get(BrokerSettings.APPLICATIONS_PORT) != 0;
    }

    /** Opens it, if it is closed. */
    void open(Consumer<Channel> onto) throws IOException {
        if (door.isEmpty()) {
            long start = System.nanoTime();
            ServerTls tls = new ServerTls(keyMaterial(), () -> System.nanoTime() - start, clock);
            InetSocketAddress address = new InetSocketAddress(settings.get(BrokerSettings.APPLICATIONS_BIND),
                    settings.get(BrokerSettings.APPLICATIONS_PORT));
            door = Optional.of(TlsDoor.open(address,
                    new TlsDoor.Terms(tls, settings.get(BrokerSettings.APPLICATIONS_CONNECTIONS), PATIENCE), onto));
            AccountLog.LOG.opened(address.toString());
        }
    }

    void close() {
        door.ifPresent(TlsDoor::close);
        door = Optional.empty();
    }

    private TlsSettings keyMaterial() {
        return new TlsSettings(name.toString(), file(CertificateSettings.CERTIFICATE), file(CertificateSettings.KEY),
                file(CertificateSettings.KEYSTORE), settings.get(CertificateSettings.KEYSTORE_PASSWORD),
                file(CertificateSettings.FOLDER), Optional.empty(), folder.tls());
    }

    private Optional<Path> file(Setting<String> setting) {
        return Optional.of(settings.get(setting).strip()).filter(text -> !text.isEmpty()).map(Path::of);
    }
}
